import { IconBuilding, IconChevronLeft, IconMail } from '@tabler/icons-react'
import { Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AttemptView, Lead } from '../../api/types.ts'
import { PhoneLink } from '../../calls/phone-link.tsx'
import { paths } from '../../paths.ts'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { StageText } from '../../ui/stage-text.tsx'
import { WriteMail } from '../mail/write-mail.tsx'
import look from './lead-head.module.css'

function textIn(record: Record<string, string | number | boolean | null>, key: string): string | null {
  const value = record[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Who it is, where the lead stands, how to reach them. */
export function LeadHead({ lead, latest }: { lead: Lead; latest: AttemptView | undefined }) {
  const { t } = useTranslation()
  const { points } = useNumbers()
  const router = useRouter()
  const company = textIn(lead.account, 'name')
  const title = textIn(lead.person, 'title')
  const phone = textIn(lead.person, 'phone')
  const email = textIn(lead.person, 'email')
  return (
    <header className={look.head}>
      <button type="button" className={look.back} onClick={() => router.history.back()} aria-label={t('common.back')}>
        <IconChevronLeft size={18} aria-hidden />
      </button>
      <div className={look.who}>
        <h1 className={look.name}>{lead.isAnonymous ? t('lead.anonymous') : lead.name}</h1>
        <p className={look.facts}>
          {title === null ? null : <span>{title}</span>}
          {company === null ? null : lead.accountId === null ? (
            <span>{company}</span>
          ) : (
            <Link to={paths.account} params={{ accountId: lead.accountId }} className={look.link}>
              <IconBuilding size={16} stroke={1.6} aria-hidden /> {company}
            </Link>
          )}
          {latest === undefined ? null : <StageText stage={latest.stage} outcome={latest.outcome} side={latest.team} />}
          {phone === null ? null : (
            <PhoneLink personId={lead.personId} name={lead.name} phone={phone} className={look.link} />
          )}
          {email === null ? null : (
            <a href={`mailto:${email}`} className={look.link} aria-label={t('acts.write', { email })}>
              <IconMail size={16} stroke={1.6} aria-hidden /> {email}
            </a>
          )}
          {email === null ? null : <WriteMail isSmall person={{ id: lead.personId, name: lead.name, email }} />}
        </p>
      </div>
      <div className={look.score}>
        <GradeBadge grade={lead.grade} />
        <span className={look.number}>{points(Math.round(lead.fit + lead.engagement))}</span>
      </div>
    </header>
  )
}
