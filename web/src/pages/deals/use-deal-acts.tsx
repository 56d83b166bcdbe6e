import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/problem-error.ts'
import { useIsRole } from '../../api/session.ts'
import { sayDone } from '../../ui/toast.ts'
import type { Answer } from './answer.ts'
import type { Asking, Losing } from './asking.ts'
import { DealDialog } from './deal-dialog.tsx'
import { nameOf } from './name-of.ts'
import type { DealKey, DealRow } from './queries.ts'
import { type DealChange, useDealFacts } from './use-deal-facts.ts'
import { withCapital } from './with-capital.ts'

export type DealActs = ReturnType<typeof useDealActs>

/** True when the agreement asks for evidence that is not there: it can be filled in on the spot. */
function isMissing(error: Error): boolean {
  return error instanceof ProblemError && error.places.some((place) => place.what === 'evidence missing')
}

/** What can be done with deals, what each act asks first, and what is said when one is refused. */
export function useDealActs({ onOpen }: { onOpen: (deal: DealKey) => void }) {
  const { t } = useTranslation()
  const { record, undoLast } = useDealFacts()
  const [asking, setAsking] = useState<Asking | null>(null)
  const mayChange = useIsRole('admin', 'manager', 'seller')

  /** Facts about one deal, of its own person. */
  const say = (deal: DealRow, facts: Answer['facts'], rest: Omit<DealChange, 'personIds' | 'facts'>) =>
    record({
      personIds: [deal.personId],
      facts: facts.map((fact) => ({ ...fact, personId: deal.personId })),
      ...rest,
    })
  const move = (deal: DealRow, to: string) => {
    if (to === deal.stage) return
    if (!mayChange) return sayDone(t('deals.move.cannot'))
    if (deal.status !== 'open') return sayDone(t('deals.move.closed'))
    void say(deal, [{ kind: 'deal.moved', data: { deal: deal.id, stage: to } }], {
      said: t('deals.move.done', { deal: nameOf(deal, t), stage: withCapital(to) }),
      moves: [{ deal, to }],
      onRefused: (error) => {
        if (!isMissing(error)) return false
        setAsking({ is: 'missing', deal, to, error })
        return true
      },
    })
  }
  const ask = (next: Asking) => {
    if (mayChange) setAsking(next)
    else sayDone(t('deals.move.cannot'))
  }
  const change = (deal: DealRow, data: Record<string, unknown>): void => {
    void say(deal, [{ kind: 'deal.changed', data: { deal: deal.id, ...data } }], { said: t('deals.changed') })
  }
  return {
    mayChange,
    move,
    change,
    say,
    record,
    undoLast,
    win: (deal: DealRow) => ask({ is: 'won', deal }),
    lose: (deal: DealRow, how: Losing = 'lost') => ask({ is: 'lost', deal, how }),
    step: (deal: DealRow) => ask({ is: 'step', deal }),
    open: (from: Omit<Extract<Asking, { is: 'new' }>, 'is'> = {}) => ask({ is: 'new', ...from }),
    dialog:
      asking === null ? null : (
        <Suspense>
          <DealDialog asking={asking} record={record} onClose={() => setAsking(null)} onOpen={onOpen} />
        </Suspense>
      ),
  }
}
