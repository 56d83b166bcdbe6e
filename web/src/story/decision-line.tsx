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

/** That a lead comes back is a plan and a clock at once; the plan says it. */
function isSaidTwice(decision: DecisionView): boolean {
  return decision.what === 'clock.started' && textOf(decision.data, 'clock') === 'recycling'
}

/** What followed from a fact, as one quiet line; "why?" opens the clause and the values behind it. */
export function DecisionLine({ decisions: all }: { decisions: readonly DecisionView[] }) {
  const { t } = useTranslation()
  const say = useSay()
  const now = useNow()
  const [openId, setOpenId] = useState<string | null>(null)
  const panel = useId()
  const decisions = all.filter((one) => !isSaidTwice(one))
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
              {sayDecision(decision, say, now)}
              {decision.clause === null ? null : <ClauseChip clause={decision.clause} />}
            </button>
          </li>
        ))}
      </ul>
      <div id={panel}>{open === undefined ? null : <Why decision={open} />}</div>
    </div>
  )
}
