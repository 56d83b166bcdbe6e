import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Lead } from '../../api/types.ts'
import { sayHeld, sayNeed } from '../../story/say-need.ts'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import look from './qualification.module.css'

/** Each qualifying clause: whether it holds, and what it would have needed. */
export function Qualification({ lead }: { lead: Lead }) {
  const { t } = useTranslation()
  const hasQualified = lead.attempts.some((attempt) => attempt.outcome === 'open' && attempt.qualifiedAt !== null)
  const holding = lead.qualification.filter((one) => one.holds)
  return (
    <div>
      <p className={look.lead}>
        {holding.length === 0
          ? t(hasQualified ? 'lead.wasQualified' : 'lead.notQualified')
          : t('lead.qualifiedBy', { clause: holding.map((one) => `§${one.clause}`).join(', ') })}
      </p>
      <ul className={look.clauses}>
        {lead.qualification.map((one) => (
          <li key={one.clause} className={look.clause} data-holds={one.holds}>
            {one.holds ? (
              <IconCheck size={16} stroke={2} aria-label={t('story.yes')} />
            ) : (
              <IconX size={16} stroke={2} aria-label={t('story.no')} />
            )}
            <ClauseChip clause={one.clause} />
            <span>
              {one.holds
                ? (sayHeld(one.explain, t) ?? one.because ?? one.explain.text)
                : (one.needed ?? sayNeed(one.explain, t))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
