import { useTranslation } from 'react-i18next'
import type { Lead } from '../../api/types.ts'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import look from './score-lines.module.css'
import { ScoreLines } from './score-lines.tsx'

/** The scores beside the main one, such as one for each product: the grade, and the ledger behind it. */
export function OtherScores({ lead }: { lead: Lead }) {
  const { t } = useTranslation()
  return (
    <>
      {lead.scores.map((score) => (
        <details key={score.name}>
          <summary className={look.other}>
            {t('lead.score.other', { name: score.name })}{' '}
            {score.grade === null ? null : <GradeBadge grade={score.grade} />}
          </summary>
          {score.ledger.length === 0 ? <p className="quiet">{t('lead.score.none')}</p> : <ScoreLines lead={score} />}
        </details>
      ))}
    </>
  )
}
