import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { sayStage } from '../../story/say-stage.ts'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Money } from '../../ui/money.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import look from './account-page.module.css'
import { OwnerSelect } from './owner-select.tsx'

type Account = Answered<'getAccount'>

const route = getRouteApi('/framed/accounts/$accountId')

/** One company: what is known, its people, its deals. */
export function AccountPage() {
  const { accountId } = route.useParams()
  const query = useQuery({
    queryKey: ['account', accountId],
    queryFn: ({ signal }) => take(api.GET('/api/accounts/{accountId}', { params: { path: { accountId } }, signal })),
  })
  return <Page width="text">{<Loaded query={query}>{(account) => <Whole account={account} />}</Loaded>}</Page>
}

function Whole({ account }: { account: Account }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const sum = (status: string) => {
    const deals = account.deals.filter((deal) => deal.status === status)
    return {
      count: deals.length,
      cents: deals.reduce((total, deal) => total + (deal.amountCents ?? 0), 0),
      currency: deals[0]?.currency,
    }
  }
  const won = sum('won')
  const open = sum('open')
  const place = [account.industry, account.city, account.region, account.country, account.segment].filter(
    (one) => one !== null,
  )
  return (
    <>
      <PageHeader
        title={account.name}
        aside={[account.domain, ...place].filter((one) => one !== null).join(' · ') || undefined}
      />
      <Section title={t('account.known')}>
        <StatRow>
          <Stat label={t('account.people')} value={count(account.people.length)} />
          <Stat label={t('account.won')} value={<Money cents={won.cents} currency={won.currency} />}>
            {t('account.wonCount', { count: won.count })}
          </Stat>
          <Stat label={t('account.open')} value={<Money cents={open.cents} currency={open.currency} />}>
            {t('account.wonCount', { count: open.count })}
          </Stat>
          <Stat label={t('account.employees')} value={account.employees === null ? '–' : count(account.employees)}>
            {t('account.since')} <Moment at={account.createdAt} />
          </Stat>
        </StatRow>
        <OwnerSelect accountId={account.accountId} owner={account.owner} />
      </Section>
      <Section title={t('account.people')} aside={t('account.peopleCount', { count: account.people.length })}>
        {account.people.length === 0 ? <p className="quiet">{t('account.noPeople')}</p> : null}
        <ul>
          {account.people.map((person) => (
            <li key={person.personId}>
              <Link to={paths.lead} params={{ personId: person.personId }} className={look.row}>
                <span className={look.name}>{person.name}</span>
                <span className={look.quiet}>
                  {[person.title, person.email].filter((one) => one !== null).join(' · ')}
                </span>
                <span className={look.quiet}>{person.stage === null ? null : sayStage(person.stage, t)}</span>
                <GradeBadge grade={person.grade} />
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('account.deals')}>
        {account.deals.length === 0 ? <p className="quiet">{t('account.noDeals')}</p> : null}
        <ul>
          {account.deals.map((deal) => (
            <li key={`${deal.personId} ${deal.id}`}>
              <Link to={paths.lead} params={{ personId: deal.personId }} className={look.row}>
                <span className={look.name}>{deal.name ?? deal.id}</span>
                <span className={look.quiet}>
                  {sayStatus(deal.status, t('account.status.open'), t('account.status.won'), t('account.status.lost'))}
                </span>
                <span className={look.quiet}>{deal.closedAt === null ? null : <Moment at={deal.closedAt} />}</span>
                <Money cents={deal.amountCents} currency={deal.currency} />
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function sayStatus(status: string, open: string, won: string, lost: string): string {
  if (status === 'open') return open
  return status === 'won' ? won : status === 'lost' ? lost : status
}
