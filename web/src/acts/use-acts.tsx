import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lead } from '../api/types.ts'
import { useKeys } from '../keys/use-keys.ts'
import { sayReason } from '../story/say-reason.ts'
import { lazyForms } from '../theme/with-forms.tsx'
import { sayDone } from '../ui/toast.ts'
import { ACTS, type ActId, type AskingAct, dataOf, isAsking, kindOf } from './acts.ts'
import { withMessage } from './chosen-message.ts'
import { factFor, useRecord } from './use-record.ts'

const ActDialog = lazyForms(() => import('./act-dialog.tsx').then((module) => module.ActDialog))

export type ActLead = { personId: string; name: string }
export type Acts = ReturnType<typeof useActs>

type Props = {
  /** What the acts are about: one lead, or those that are marked. */
  leads: readonly ActLead[]
  /** The one lead in full, once it is known: what may be done with it, and the reasons to choose from. */
  detail: Lead | undefined
  /** Called before a lead leaves the list, so that the next can be shown. */
  onLeave?: (personIds: string[]) => void
}

const LEAVING: readonly ActId[] = ['reject', 'disqualify', 'sendBack', 'won']

/** The one-key acts on leads: their keys, what they ask, why one is not allowed now. */
export function useActs({ leads, detail, onLeave }: Props) {
  const { t } = useTranslation()
  const { record, undoLast } = useRecord()
  const [asking, setAsking] = useState<AskingAct | null>(null)
  const isMany = leads.length > 1

  /** Why an act cannot be done now; null when it can. */
  const whyNot = (act: ActId): string | null => {
    if (isMany) return act === 'accept' || act === 'reject' ? null : ''
    const may = detail?.may[kindOf(act)]
    return may === undefined || may.isAllowed ? null : (may.why ?? '')
  }

  const send = (act: ActId, data: Record<string, unknown>) => {
    const personIds = leads.map((lead) => lead.personId)
    const facts = personIds.map((id) => factFor(id, kindOf(act), withMessage(id, kindOf(act), data)))
    const reason = sayReason(typeof data.reason === 'string' ? data.reason : '', t)
    const name = leads[0]?.name ?? ''
    const what = t(act === 'reject' ? 'acts.past.reject' : 'acts.past.accept')
    const said = isMany ? t('acts.did.many', { count: leads.length, what }) : t(`acts.did.${act}`, { name, reason })
    if (LEAVING.includes(act)) onLeave?.(personIds)
    record({ act, personIds, facts, said })
  }

  const run = (act: ActId) => {
    if (leads.length === 0) return
    const why = whyNot(act)
    if (why !== null) {
      if (why !== '') sayDone(why)
      return
    }
    if (isAsking(act)) setAsking(act)
    else send(act, dataOf(act))
  }

  useKeys(t('acts.keys'), [
    ...ACTS.map((act) => ({
      keys: act.key,
      says: t(`acts.${act.id}`),
      run: () => run(act.id),
      isOff: leads.length === 0 || (isMany && whyNot(act.id) !== null),
    })),
    {
      keys: 'f',
      says: t('acts.feedback.do'),
      run: () => run('feedback'),
      isOff: leads.length !== 1,
    },
    { keys: 'o', says: t('acts.note'), run: () => run('note'), isOff: leads.length !== 1 },
    { keys: 'd', says: t('acts.need'), run: () => run('need'), isOff: leads.length !== 1 },
    { keys: 'u', says: t('acts.undo'), run: undoLast },
  ])

  const dialog =
    asking === null ? null : (
      <Suspense>
        <ActDialog
          act={asking}
          leads={leads}
          detail={detail}
          onClose={() => setAsking(null)}
          onAnswer={(data) => {
            setAsking(null)
            send(asking, data)
          }}
        />
      </Suspense>
    )

  return { run, whyNot, dialog, isMany }
}
