import { useTranslation } from 'react-i18next'
import type { AttemptView } from '../../api/types.ts'
import { TeamBadge } from '../../ui/team-badge.tsx'
import { UserText } from '../../ui/user-text.tsx'
import look from './owner.module.css'

/** Which team has the lead, and who. */
export function Owner({ attempt }: { attempt: AttemptView }) {
  const { t } = useTranslation()
  return (
    <div className={look.owner}>
      <span className={look.name}>
        <UserText user={attempt.owner} />
      </span>
      <TeamBadge side={attempt.team} />
      {attempt.pool === null ? null : <span className="quiet small">{t('lead.pool', { pool: attempt.pool })}</span>}
    </div>
  )
}
