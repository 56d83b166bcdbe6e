import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, OnAnswer } from './answer.ts'
import type { Asking } from './asking.ts'
import { nameOf } from './name-of.ts'
import type { Opened } from './open-dialog.tsx'
import type { DealKey, DealRow } from './queries.ts'
import type { DealChange } from './use-deal-facts.ts'
import { withCapital } from './with-capital.ts'

const MissingDialog = lazy(() => import('./missing-dialog.tsx').then((module) => ({ default: module.MissingDialog })))
const WinDialog = lazy(() => import('./win-dialog.tsx').then((module) => ({ default: module.WinDialog })))
const LoseDialog = lazy(() => import('./lose-dialog.tsx').then((module) => ({ default: module.LoseDialog })))
const StepDialog = lazy(() => import('./step-dialog.tsx').then((module) => ({ default: module.StepDialog })))
const OpenDialog = lazy(() => import('./open-dialog.tsx').then((module) => ({ default: module.OpenDialog })))

type Props = {
  asking: Asking
  record: (change: DealChange) => Promise<Error | null>
  onClose: () => void
  onOpen: (deal: DealKey) => void
}

/** The dialog an act opens; it stays, with what was typed, until the server has taken the answer. */
export function DealDialog({ asking, record, onClose, onOpen }: Props) {
  const { t } = useTranslation()
  /** `to`: the stage it leaves for, null when it leaves the board. */
  const finish = (deal: DealRow, said: string, to?: string | null): OnAnswer => {
    const { personId } = deal
    const about = (facts: Answer['facts']) => facts.map((fact) => ({ ...fact, personId }))
    return async ({ facts, before = [], alsoRecorded = [] }: Answer) => {
      if (before.length > 0) {
        const first = await record({ personIds: [personId], facts: about(before), said: null, isAwaited: true })
        if (first !== null) return first
      }
      const refusal = await record({
        personIds: [personId],
        facts: about(facts),
        said,
        moves: to === undefined ? [] : [{ deal, to }],
        isAwaited: true,
        alsoRecorded,
      })
      if (refusal === null) onClose()
      return refusal
    }
  }
  const open = async ({ personId, id, name, data }: Opened): Promise<Error | null> => {
    const facts = [{ personId, kind: 'deal.opened', data }]
    const said = t('deals.said.opened', { deal: name })
    const refusal = await record({ personIds: [personId], facts, said, isAwaited: true })
    if (refusal !== null) return refusal
    onClose()
    onOpen({ personId, id })
    return null
  }
  if (asking.is === 'new') {
    return <OpenDialog person={asking.person} pipeline={asking.pipeline} onClose={onClose} onAnswer={open} />
  }
  const { deal } = asking
  const name = nameOf(deal, t)
  switch (asking.is) {
    case 'missing': {
      const said = t('deals.move.done', { deal: name, stage: withCapital(asking.to) })
      const openIt = () => {
        onClose()
        onOpen(deal)
      }
      return <MissingDialog {...asking} onClose={onClose} onOpen={openIt} onAnswer={finish(deal, said, asking.to)} />
    }
    case 'won':
      return (
        <WinDialog deal={deal} onClose={onClose} onAnswer={finish(deal, t('deals.said.won', { deal: name }), null)} />
      )
    case 'lost': {
      const isExplained = asking.how === 'explain'
      const said = t(isExplained ? 'deals.said.explained' : 'deals.said.closed', { deal: name })
      return (
        <LoseDialog
          deal={deal}
          how={asking.how}
          onClose={onClose}
          onAnswer={finish(deal, said, isExplained ? undefined : null)}
        />
      )
    }
    case 'step':
      return <StepDialog deal={deal} onClose={onClose} onAnswer={finish(deal, t('deals.changed'))} />
  }
}
