import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { Stat, StatRow } from '../../ui/stat.tsx'
import { sayRefused, sayUndo } from '../../ui/toast.ts'
import { CampaignReturn } from '../attribution/campaign-return.tsx'
import { FeedbackLoop } from '../feedback/feedback-loop.tsx'
import { Amounts } from './amounts.tsx'
import { CampaignEditor } from './campaign-editor.tsx'
import look from './campaigns.module.css'
import { DayChart } from './day-chart.tsx'
import { InvoiceDrawer } from './invoice-drawer.tsx'
import {
  type CampaignView,
  campaignQuery,
  daysQuery,
  invoicesQuery,
  leadsQuery,
  saidQuery,
  touchesQuery,
} from './queries.ts'
import { sayPeriod } from './say-period.ts'

const route = getRouteApi('/framed/campaigns/$campaignId')

/** One campaign: what it cost, what came of it, what sellers say. */
export function CampaignPage() {
  const { campaignId } = route.useParams()
  const query = useQuery(campaignQuery(campaignId))
  return (
    <Page>
      <Loaded query={query}>{(campaign) => <Whole campaign={campaign} />}</Loaded>
    </Page>
  )
}

function Whole({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const [isOpen, setIsOpen] = useState<'editor' | 'invoice' | null>(null)
  const why = mayEdit ? null : t('campaigns.cannotEdit')
  const isArchived = campaign.state === 'archived'
  const put = useMutation({
    mutationFn: (to: boolean) =>
      done(
        api.PUT('/api/campaigns/{campaignId}/archive', {
          params: { path: { campaignId: campaign.id } },
          body: { isArchived: to },
        }),
      ),
    onSuccess: (_, to) =>
      sayUndo(t(to ? 'campaigns.archived' : 'campaigns.unarchived', { name: campaign.name }), () => put.mutate(!to)),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  })
  return (
    <>
      <PageHeader
        title={campaign.name}
        aside={`${t(`campaigns.tactic.${campaign.tactic}`)} · ${t(`campaigns.is.${campaign.state}`)}`}
        actions={
          <>
            <ReasonedButton why={why} variant="subtle" onClick={() => put.mutate(!isArchived)}>
              {t(isArchived ? 'campaigns.unarchive' : 'campaigns.archive')}
            </ReasonedButton>
            <ReasonedButton why={why} onClick={() => setIsOpen('editor')}>
              {t('campaigns.edit')}
            </ReasonedButton>
          </>
        }
      />
      <About campaign={campaign} />
      <Figures campaign={campaign} />
      <Section
        title={t('campaigns.byDay')}
        aside={
          <div className={look.buttons}>
            <Link to={paths.campaignCosts} className={look.link}>
              {t('campaigns.importCosts')}
            </Link>
            <ReasonedButton why={why} size="xs" onClick={() => setIsOpen('invoice')}>
              {t('campaigns.enterInvoice')}
            </ReasonedButton>
          </div>
        }
      >
        <Costs campaign={campaign} />
      </Section>
      <CampaignReturn campaignId={campaign.id} />
      <Section title={t('campaigns.said')}>
        <Said campaignId={campaign.id} />
      </Section>
      <div className={look.two}>
        <Section title={t('campaigns.leads')}>
          <Leads campaignId={campaign.id} />
        </Section>
        <Section title={t('campaigns.touches')}>
          <Touches campaign={campaign} />
        </Section>
      </div>
      {isOpen === 'editor' ? <CampaignEditor campaign={campaign} onClose={() => setIsOpen(null)} /> : null}
      {isOpen === 'invoice' ? <InvoiceDrawer campaign={campaign} onClose={() => setIsOpen(null)} /> : null}
    </>
  )
}

const DAY_MS = 86_400_000

function About({ campaign }: { campaign: CampaignView }) {
  const { t, i18n } = useTranslation()
  const { startsOn, endsOn, landingUrl } = campaign
  const days =
    startsOn === null || endsOn === null ? null : Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS) + 1
  const day = startsOn === null ? 0 : Math.floor((Date.now() - Date.parse(startsOn)) / DAY_MS) + 1
  return (
    <div className={look.about}>
      <span>
        {sayPeriod(startsOn, endsOn, t, i18n.language)}
        {campaign.state === 'running' && days !== null ? ` (${t('campaigns.daysOf', { day, days })})` : ''}
      </span>
      <span>
        {t('campaigns.col.owner')} : {campaign.owner?.name ?? '–'}
      </span>
      {campaign.channel === null ? null : <span>{sayChannel(campaign.channel, t)}</span>}
      {landingUrl === null ? null : (
        <a href={landingUrl} target="_blank" rel="noreferrer">
          {landingUrl.replace(/^https?:\/\//, '')}
        </a>
      )}
      <span>
        utm_campaign=<b>{campaign.key}</b>
      </span>
      {campaign.aliases.length === 0 ? null : (
        <span>
          {t('campaigns.names')} : {campaign.aliases.join(', ')}
        </span>
      )}
      {campaign.note === '' ? null : <p>{campaign.note}</p>}
      <CopyButton text={campaign.key} label={t('campaigns.copyKey')} copied={t('campaigns.copied')} variant="subtle" />
    </div>
  )
}

/** Spent in the campaign's own currency where it can be told in one; null where it cannot. */
function spentOf({ spend, spendConverted, currency }: CampaignView): number | null {
  if (spend.length === 0) return 0
  const [only] = spend
  if (spend.length === 1 && only?.currency === currency) return only.cents
  return spendConverted?.currency === currency ? spendConverted.cents : null
}

function Figures({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation()
  const { count, money } = useNumbers()
  const spent = spentOf(campaign)
  const { budgetCents, currency, goal, goalAmount } = campaign
  const said = spent === null ? '' : money(spent, currency)
  const over = spent === null || budgetCents === null ? 0 : spent - budgetCents
  return (
    <>
      {spent === null ? null : budgetCents === null || budgetCents === 0 ? (
        <p className="quiet">{t('campaigns.noBudget', { spend: said })}</p>
      ) : (
        <div className={look.budget}>
          <div className={look.bar} data-over={over > 0 || undefined} aria-hidden>
            <i style={{ width: `${Math.min(100, Math.max(0, (spent / budgetCents) * 100))}%` }} />
          </div>
          <p className="quiet small tnum">
            {t('campaigns.budgetUsed', { spend: said, budget: money(budgetCents, currency) })}
            {over > 0 ? ` · ${t('campaigns.overBudget', { amount: money(over, currency) })}` : ''}
          </p>
        </div>
      )}
      <StatRow>
        <Stat label={t('campaigns.stat.spend')} value={<Amounts of={campaign.spend} />}>
          {spent === null ? t('campaigns.statNoConversion') : undefined}
        </Stat>
        <Stat label={t('campaigns.stat.touches')} value={count(campaign.touches)} />
        <Stat label={t('campaigns.stat.leads')} value={count(campaign.leads)}>
          {goal === 'leads' && goalAmount !== null ? t('campaigns.statGoal', { goal: count(goalAmount) }) : undefined}
        </Stat>
        <Stat label={t('campaigns.stat.won')} value={count(campaign.won)}>
          {goal === 'value' && goalAmount !== null
            ? t('campaigns.statGoal', { goal: money(goalAmount, currency) })
            : undefined}
        </Stat>
        <Stat
          label={t('campaigns.stat.perLead')}
          value={spent === null || campaign.leads === 0 ? '–' : money(Math.round(spent / campaign.leads), currency)}
        />
      </StatRow>
    </>
  )
}

function Costs({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation()
  const { money } = useNumbers()
  const client = useQueryClient()
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const query = useQuery(daysQuery(campaign.id))
  const invoices = useQuery(invoicesQuery(campaign.id)).data?.invoices ?? []
  const remove = useMutation({
    mutationFn: (invoiceId: string) =>
      done(api.DELETE('/api/invoices/{invoiceId}', { params: { path: { invoiceId } } })),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  })
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          {data.days.some((day) => day.costs.length > 0) ? (
            <DayChart data={data} />
          ) : (
            <p className="quiet">{t('campaigns.noCosts')}</p>
          )}
          {data.impressions === null ? null : (
            <p className="quiet small tnum">
              {t('campaigns.impressions', { count: data.impressions })} ·{' '}
              {t('campaigns.clicks', { count: data.clicks ?? 0 })}
            </p>
          )}
          {invoices.map((one) => (
            <div key={one.id} className={look.row}>
              <span>
                {one.label} <span className="quiet small tnum">{`${one.from} – ${one.to}`}</span>
              </span>
              <span className="tnum">
                {one.kind === 'credit' ? '−' : ''}
                {money(one.amountCents, one.currency)}{' '}
                {mayEdit ? (
                  <Button size="xs" variant="subtle" onClick={() => remove.mutate(one.id)}>
                    {t('campaigns.invoice.remove')}
                  </Button>
                ) : null}
              </span>
            </div>
          ))}
        </>
      )}
    </Loaded>
  )
}

function Said({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  return (
    <Loaded query={useQuery(saidQuery(campaignId))}>
      {({ feedback }) =>
        feedback.length === 0 ? (
          <p className="quiet">{t('campaigns.nothingSaid')}</p>
        ) : (
          <ol>
            {feedback.map((row) => (
              <FeedbackLoop key={row.id} row={row} />
            ))}
          </ol>
        )
      }
    </Loaded>
  )
}

function Leads({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(leadsQuery(campaignId))
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const leads = pages.flatMap((page) => page.leads)
        if (leads.length === 0) return <p className="quiet">{t('campaigns.noLeads')}</p>
        return (
          <div className={look.rows}>
            {leads.map((one) => (
              <div key={`${one.personId}${one.attempt}`} className={look.row}>
                <span>
                  <Link to={paths.lead} params={{ personId: one.personId }} className={look.title}>
                    {one.name === '' ? t('campaigns.visitor') : one.name}
                  </Link>{' '}
                  <span className="quiet">{one.company ?? ''}</span>
                </span>
                <span className="quiet small">
                  {t(`common.stage.${one.stage}`)} · <Moment at={one.openedAt} />
                </span>
              </div>
            ))}
            <MoreRows pages={query} label={t('campaigns.more')} />
          </div>
        )
      }}
    </Loaded>
  )
}

function Touches({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(touchesQuery(campaign.id))
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const touches = pages.flatMap((page) => page.touches)
        if (touches.length === 0) return <p className="quiet">{t('campaigns.noTouches', { key: campaign.key })}</p>
        return (
          <div className={look.rows}>
            {touches.map((one) => (
              <div key={one.factId} className={look.row}>
                <span>
                  {one.isAnonymous ? (
                    t('campaigns.visitor')
                  ) : (
                    <Link to={paths.lead} params={{ personId: one.personId }} className={look.title}>
                      {one.name}
                    </Link>
                  )}{' '}
                  <span className="quiet small">{one.landingPage ?? ''}</span>
                </span>
                <span className="quiet small">
                  {one.channel === null ? '' : sayChannel(one.channel, t)} · <Moment at={one.at} />
                </span>
              </div>
            ))}
            <MoreRows pages={query} label={t('campaigns.more')} />
          </div>
        )
      }}
    </Loaded>
  )
}
