import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'
import { useEvents } from '../../events/use-events.ts'
import { paths } from '../../paths.ts'
import { StoryView } from '../../story/story-view.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Money } from '../../ui/money.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page } from '../../ui/page.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import { Part } from '../lead/part.tsx'
import { AccountNeeds } from './account-needs.tsx'
import look from './account-page.module.css'
import { MemberLine, MissingLine } from './buying-group.tsx'
import { OwnerSelect } from './owner-select.tsx'
import { ACCOUNT_PANES } from './search.ts'

type Account = Answered<'getAccount'>

const route = getRouteApi('/framed/accounts/$accountId')

/** One company: who is who there, their deals and needs, and the story of all of them as one. */
export function AccountPage() {
  const { accountId } = route.useParams()
  const query = useQuery({
    queryKey: ['account', accountId],
    queryFn: ({ signal }) => take(api.GET('/api/accounts/{accountId}', { params: { path: { accountId } }, signal })),
  })
  return (
    <Page isFull>
      <Loaded query={query}>{(account) => <Whole key={accountId} account={account} />}</Loaded>
    </Page>
  )
}

function Whole({ account }: { account: Account }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const router = useRouter()
  const { pane = 'group', ...story } = route.useSearch()
  const navigate = route.useNavigate()
  const { accountId, people } = account
  useEvents((event) => {
    if (event.event === 'lead' && people.some((one) => one.personId === event.personId))
      void client.invalidateQueries({ queryKey: ['account', accountId] })
  })
  const place = [account.domain, account.industry, account.city, account.region, account.country, account.segment]
  return (
    <>
      <header className={look.head}>
        <button type="button" className={look.back} onClick={() => router.history.back()} aria-label={t('common.back')}>
          <IconChevronLeft size={18} aria-hidden />
        </button>
        <div>
          <h1 className={look.title}>{account.name}</h1>
          <p className={look.aside}>{place.filter((one) => one !== null).join(' · ')}</p>
        </div>
      </header>
      <div className={look.columns} data-pane={pane}>
        <aside className={look.side} data-part="group">
          <Part title={t('account.known')}>
            <Sums account={account} />
            <OwnerSelect accountId={accountId} owner={account.owner} />
          </Part>
          <Part title={t('account.peopleCount', { count: people.length })}>
            {people.length === 0 ? <p className="quiet">{t('account.noPeople')}</p> : null}
            <ul className={look.people}>
              {people.map((person) => (
                <MemberLine key={person.personId} member={person} />
              ))}
              {account.missing.map((role) => (
                <MissingLine key={role.role} missing={role} />
              ))}
            </ul>
          </Part>
          <Part title={t('account.needs')}>
            <AccountNeeds accountId={accountId} />
          </Part>
          <Part title={t('account.deals')}>
            <Deals account={account} />
          </Part>
        </aside>
        <div className={look.middle} data-part="story">
          <StoryView
            of={{ accountId }}
            firstSeenAt={account.createdAt}
            people={people.map((one) => ({ id: one.personId, name: one.name }))}
            search={story}
            onSearch={(next) =>
              void navigate({ search: { ...next, pane: 'story' }, replace: true, resetScroll: false })
            }
          />
        </div>
      </div>
      <nav className={look.panes} aria-label={t('account.panes.label')}>
        {ACCOUNT_PANES.map((one) => (
          <button
            key={one}
            type="button"
            className={look.pane}
            aria-pressed={one === pane}
            onClick={() => void navigate({ search: (before) => ({ ...before, pane: one }), replace: true })}
          >
            {t(`account.panes.${one}`)}
          </button>
        ))}
      </nav>
    </>
  )
}

function Sums({ account }: { account: Account }) {
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
  return (
    <StatRow>
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
  )
}

function Deals({ account }: { account: Account }) {
  const { t } = useTranslation()
  if (account.deals.length === 0) return <p className="quiet">{t('account.noDeals')}</p>
  return (
    <ul>
      {account.deals.map((deal) => (
        <li key={`${deal.personId} ${deal.id}`}>
          <Link to={paths.lead} params={{ personId: deal.personId }} className={look.row}>
            <span className={look.name}>{deal.name ?? deal.id}</span>
            <Money cents={deal.amountCents} currency={deal.currency} />
            <span className={look.quiet}>
              {sayStatus(deal.status, t)}
              {deal.closer === null ? '' : ` · ${deal.closer.name}`}
            </span>
            <span className={look.quiet}>{deal.closedAt === null ? null : <Moment at={deal.closedAt} />}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const STATUSES = ['open', 'won', 'lost', 'undecided'] as const

function sayStatus(status: string, t: TFunction): string {
  const known = STATUSES.find((one) => one === status)
  return known === undefined ? status : t(`account.status.${known}`)
}
