import { Select, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { Amounts } from './amounts.tsx'
import { CampaignEditor } from './campaign-editor.tsx'
import look from './campaigns.module.css'
import { type CampaignRow, campaignsQuery } from './queries.ts'
import { sayPeriod } from './say-period.ts'
import { type CampaignsSearch, SORTS, STATES, TACTICS } from './search.ts'
import { CampaignTabs } from './tabs.tsx'
import { Unclaimed } from './unclaimed.tsx'

const route = getRouteApi('/framed/campaigns')

/** Every campaign with what it cost and brought. */
export function CampaignsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(campaignsQuery(search))
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const [isAdding, setIsAdding] = useState(false)
  const set = (part: CampaignsSearch) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  useKeys(t('campaigns.title'), [
    { keys: 'c', says: t('campaigns.createKey'), run: () => setIsAdding(true), isOff: !mayEdit },
  ])
  const add = (
    <ReasonedButton
      variant="filled"
      why={mayEdit ? null : t('campaigns.cannotEdit')}
      leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
      onClick={() => setIsAdding(true)}
    >
      {t('campaigns.add')}
    </ReasonedButton>
  )
  return (
    <Page>
      <PageHeader title={t('campaigns.title')} aside={t('campaigns.intro')} actions={add} />
      <CampaignTabs here="list" />
      <Loaded query={query}>
        {({ campaigns, total, unclaimed }) => (
          <>
            <Unclaimed count={unclaimed} />
            {total === 0 ? (
              <Empty title={t('campaigns.emptyTitle')} action={add}>
                {t('campaigns.emptyText')}
              </Empty>
            ) : (
              <>
                <Filters search={search} set={set} />
                {campaigns.length === 0 ? (
                  <Empty title={t('campaigns.noneFit')}>
                    <button
                      type="button"
                      className={look.link}
                      onClick={() => void navigate({ search: {}, replace: true })}
                    >
                      {t('campaigns.clearFilters')}
                    </button>
                  </Empty>
                ) : (
                  <Table campaigns={campaigns} />
                )}
              </>
            )}
          </>
        )}
      </Loaded>
      {isAdding ? (
        <CampaignEditor
          campaign={null}
          onClose={() => setIsAdding(false)}
          onMade={(campaignId) => void navigate({ to: paths.campaign, params: { campaignId } })}
        />
      ) : null}
    </Page>
  )
}

function Filters({ search, set }: { search: CampaignsSearch; set: (part: CampaignsSearch) => void }) {
  const { t } = useTranslation()
  return (
    <div className={look.filters}>
      <TextInput
        aria-label={t('campaigns.search')}
        placeholder={t('campaigns.search')}
        leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
        defaultValue={search.search ?? ''}
        onChange={(event) => set({ search: event.currentTarget.value || undefined })}
      />
      <Select
        aria-label={t('campaigns.stateLabel')}
        data={STATES.map((value) => ({ value, label: t(`campaigns.state.${value}`) }))}
        value={search.state ?? 'current'}
        onChange={(value) => set({ state: STATES.find((one) => one === value && one !== 'current') })}
        allowDeselect={false}
      />
      <Select
        aria-label={t('campaigns.tactic.label')}
        placeholder={t('campaigns.tactic.label')}
        data={TACTICS.map((value) => ({ value, label: t(`campaigns.tactic.${value}`) }))}
        value={search.tactic ?? null}
        onChange={(value) => set({ tactic: TACTICS.find((one) => one === value) })}
        clearable
      />
      <Select
        aria-label={t('campaigns.sortBy')}
        data={SORTS.map((value) => ({ value, label: `${t('campaigns.sortBy')} : ${t(`campaigns.sort.${value}`)}` }))}
        value={search.sort ?? 'start'}
        onChange={(value) => set({ sort: SORTS.find((one) => one === value && one !== 'start') })}
        allowDeselect={false}
      />
    </div>
  )
}

function Table({ campaigns }: { campaigns: readonly CampaignRow[] }) {
  const { t, i18n } = useTranslation()
  const { count, money } = useNumbers()
  return (
    <table className={look.table}>
      <thead>
        <tr>
          <th>{t('campaigns.col.name')}</th>
          <th className={look.wide}>{t('campaigns.col.period')}</th>
          <th className={look.wide}>{t('campaigns.col.owner')}</th>
          <th className={look.number}>{t('campaigns.col.spend')}</th>
          <th className={`${look.number} ${look.wide}`}>{t('campaigns.col.budget')}</th>
          <th className={look.number}>{t('campaigns.col.leads')}</th>
          <th className={look.number}>{t('campaigns.col.won')}</th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((one) => (
          <tr key={one.id}>
            <td>
              <Link to={paths.campaign} params={{ campaignId: one.id }} className={look.title}>
                {one.name}
              </Link>
              <p className="quiet small">
                {t(`campaigns.tactic.${one.tactic}`)}
                {one.channel === null ? '' : ` · ${sayChannel(one.channel, t)}`} · {t(`campaigns.is.${one.state}`)}
              </p>
            </td>
            <td className={look.wide}>{sayPeriod(one.startsOn, one.endsOn, t, i18n.language)}</td>
            <td className={look.wide}>{one.owner?.name ?? <span className="quiet">–</span>}</td>
            <td className={look.number}>
              <Amounts of={one.spend} />
            </td>
            <td className={`${look.number} ${look.wide} tnum`}>
              {one.budgetCents === null ? <span className="quiet">–</span> : money(one.budgetCents, one.currency)}
            </td>
            <td className={`${look.number} tnum`}>{count(one.leads)}</td>
            <td className={`${look.number} tnum`}>{count(one.won)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
