import { IconUserQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { sayRole } from '../../story/say-role.ts'
import { sayStage } from '../../story/say-stage.ts'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import look from './buying-group.module.css'

type Member = Schemas['GroupMember']
type Missing = Schemas['MissingRole']

/** Somebody of the company: role, who of us has them, and how engaged they are. */
export function MemberLine({ member }: { member: Member }) {
  const { t } = useTranslation()
  const { role, title, owner, stage, outcome, lastDidAt } = member
  const what = [
    role === null ? title : sayRole(role, t),
    stage === null ? null : outcome === 'open' ? sayStage(stage, t) : null,
  ]
  return (
    <li className={look.member}>
      <span className={look.dot} data-state={member.state} title={t(`account.group.${member.state}`)} />
      <div className={look.words}>
        <p className={look.line}>
          <Link to={paths.lead} params={{ personId: member.personId }} className={look.name}>
            {member.name === '' ? t('account.group.unnamed') : member.name}
          </Link>
          <span className={look.small}>{what.filter((one) => one !== null).join(' · ')}</span>
        </p>
        <p className={look.small}>
          {t(`account.group.${member.state}`)}
          {lastDidAt === null ? null : (
            <>
              {', '}
              <Moment at={lastDidAt} />
            </>
          )}
          {' · '}
          {owner?.name ?? t('account.noOwner')}
        </p>
      </div>
    </li>
  )
}

/** A role nobody of the company has, though most that bought had. */
export function MissingLine({ missing: { role, n, of } }: { missing: Missing }) {
  const { t } = useTranslation()
  const { share } = useNumbers()
  return (
    <li className={look.member}>
      <IconUserQuestion size={16} stroke={1.7} className={look.missing} aria-hidden />
      <div className={look.words}>
        <p>
          <span className={look.name}>{sayRole(role, t)}</span>{' '}
          <span className={look.small}>{t('account.group.missing')}</span>
        </p>
        <p className={look.small}>{t('account.group.missingWhy', { share: share(n / of), of })}</p>
      </div>
    </li>
  )
}
