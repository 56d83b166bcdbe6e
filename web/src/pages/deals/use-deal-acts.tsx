import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/problem-error.ts'
import { useIsRole } from '../../api/session.ts'
import { sayDone } from '../../ui/toast.ts'
import type { Answer, OnAnswer } from './answer.ts'
import type { Losing } from './lose-dialog.tsx'
import { nameOf } from './name-of.ts'
import type { DealKey, DealRow } from './queries.ts'
import { type DealChange, useDealFacts } from './use-deal-facts.ts'
import { withCapital } from './with-capital.ts'

const MissingDialog = lazy(() => import('./missing-dialog.tsx').then((module) => ({ default: module.MissingDialog })))
const WinDialog = lazy(() => import('./win-dialog.tsx').then((module) => ({ default: module.WinDialog })))
const LoseDialog = lazy(() => import('./lose-dialog.tsx').then((module) => ({ default: module.LoseDialog })))
const StepDialog = lazy(() => import('./step-dialog.tsx').then((module) => ({ default: module.StepDialog })))
const OpenDialog = lazy(() => import('./open-dialog.tsx').then((module) => ({ default: module.OpenDialog })))

type Asking =
  | { is: 'missing'; deal: DealRow; to: string; error: Error }
  | { is: 'won'; deal: DealRow }
  | { is: 'lost'; deal: DealRow; how: Losing }
  | { is: 'step'; deal: DealRow }
  | { is: 'new'; pipeline?: string | undefined; person?: { personId: string; name: string; company: string | null } }

export type DealActs = ReturnType<typeof useDealActs>

/** What can be done with deals, what each act asks first, and what is said when one is refused. */
export function useDealActs({ onOpen }: { onOpen: (deal: DealKey) => void }) {
  const { t } = useTranslation()
  const { record, undoLast } = useDealFacts()
  const [asking, setAsking] = useState<Asking | null>(null)
  const mayChange = useIsRole('admin', 'manager', 'seller')
  const close = () => setAsking(null)

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
    const said = t('deals.move.done', { deal: nameOf(deal, t), stage: withCapital(to) })
    void say(deal, [{ kind: 'deal.moved', data: { deal: deal.id, stage: to } }], {
      said,
      moves: [{ deal, to }],
      onRefused: (error) => {
        if (!(error instanceof ProblemError) || error.code === 'offline') return false
        setAsking({ is: 'missing', deal, to, error })
        return true
      },
    })
  }
  const ask = (next: Asking) => {
    if (mayChange) setAsking(next)
    else sayDone(t('deals.move.cannot'))
  }
  const change = (deal: DealRow, data: Record<string, unknown>, said = t('deals.changed')): void => {
    void say(deal, [{ kind: 'deal.changed', data: { deal: deal.id, ...data } }], { said })
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
    dialog: asking === null ? null : <Suspense>{dialogFor(asking)}</Suspense>,
  }

  function dialogFor(now: Asking): ReactNode {
    const finish =
      (deal: DealRow, said: string, to?: string | null): OnAnswer =>
      async (answer) => {
        const moves = to === undefined ? [] : [{ deal, to }]
        const refusal = await say(deal, answer.facts, {
          said,
          moves,
          isAwaited: true,
          alsoRecorded: answer.alsoRecorded ?? [],
        })
        if (refusal === null) close()
        return refusal
      }
    switch (now.is) {
      case 'missing':
        return (
          <MissingDialog
            {...now}
            onClose={close}
            onOpen={() => {
              close()
              onOpen(now.deal)
            }}
            onAnswer={finish(
              now.deal,
              t('deals.move.done', { deal: nameOf(now.deal, t), stage: withCapital(now.to) }),
              now.to,
            )}
          />
        )
      case 'won':
        return (
          <WinDialog
            deal={now.deal}
            onClose={close}
            onAnswer={finish(now.deal, t('deals.said.won', { deal: nameOf(now.deal, t) }), null)}
          />
        )
      case 'lost':
        return (
          <LoseDialog
            deal={now.deal}
            how={now.how}
            onClose={close}
            onAnswer={finish(
              now.deal,
              t(now.how === 'explain' ? 'deals.said.explained' : 'deals.said.closed', { deal: nameOf(now.deal, t) }),
              now.how === 'explain' ? undefined : null,
            )}
          />
        )
      case 'step':
        return <StepDialog deal={now.deal} onClose={close} onAnswer={finish(now.deal, t('deals.changed'))} />
      case 'new':
        return (
          <OpenDialog
            person={now.person}
            pipeline={now.pipeline}
            onClose={close}
            onAnswer={async ({ personId, id, name, data }) => {
              const said = t('deals.said.opened', { deal: name })
              const facts = [{ personId, kind: 'deal.opened', data }]
              const refusal = await record({ personIds: [personId], facts, said, isAwaited: true })
              if (refusal !== null) return refusal
              close()
              onOpen({ personId, id })
              return null
            }}
          />
        )
    }
  }
}
