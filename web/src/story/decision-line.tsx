import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionView } from '../api/types.ts'
import { ClauseChip } from '../ui/clause-chip.tsx'
import { useNow } from '../ui/clock.ts'
import look from './decision-line.module.css'
import { textOf } from './read-data.ts'
import { sayDecision, toneOf } from './say-decision.ts'
import { useSay } from './use-say.ts'
import { Why } from './why.tsx'

/** True when the fact or another of its decisions says the same: a stage reached, a lead that comes back. */
function isSaidTwice(one: DecisionView, all: readonly DecisionView[], kind: string): boolean {
  if (one.what === 'clock.started') return textOf(one.data, 'clock') === 'recycling'
  if (one.what !== 'advanced') return false
  const stage = textOf(one.data, 'stage')
  if (stage === 'accepted') return kind === 'lead.accepted'
  return stage === 'qualified' && all.some((other) => other.what === 'qualified')
}

/** The words, unless the fact above has just said them. */
function withoutEcho(words: string, said: string): string | null {
  return words === said ? null : words
}

type Props = { decisions: readonly DecisionView[]; kind: string; said: string }

/** What followed from a fact, as one quiet line; "why?" opens the clause and the values behind it. */
export function DecisionLine({ decisions: all, kind, said }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const now = useNow()
  const [openId, setOpenId] = useState<string | null>(null)
  const panel = useId()
  const decisions = all.filter((one) => !isSaidTwice(one, all, kind))
  const open = decisions.find((one) => one.id === openId)
  return (
    <div>
      <ul className={look.line}>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <button
              type="button"
              className={look.decision}
              data-tone={toneOf(decision)}
              data-is-revised={decision.revisedAt !== null || undefined}
              aria-expanded={decision.id === openId}
              aria-controls={panel}
              title={t('story.why.open')}
              onClick={() => setOpenId(decision.id === openId ? null : decision.id)}
            >
              {withoutEcho(sayDecision(decision, say, now), said) ?? t('story.why.open')}
              {decision.clause === null ? null : <ClauseChip clause={decision.clause} />}
            </button>
          </li>
        ))}
      </ul>
      <div id={panel}>{open === undefined ? null : <Why decision={open} />}</div>
    </div>
  )
}
