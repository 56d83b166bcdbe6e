import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Section } from '../../ui/page.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import look from './attribution.module.css'
import { LiftTests } from './lift-tests.tsx'
import { returnQuery } from './queries.ts'
import type { Returned } from './search.ts'

/** What one campaign returned, and what tests found that touches cannot show. */
export function CampaignReturn({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  const query = useQuery(returnQuery('campaign', 'linear', {}, campaignId))
  return (
    <>
      <Section
        title={t('attribution.returnTitle')}
        aside={
          <Link to={paths.attribution} search={{ by: 'campaign' }}>
            {t('attribution.allCampaigns')}
          </Link>
        }
      >
        <Loaded query={query}>
          {({ rows, currency }) => {
            const [row] = rows
            return row === undefined ? (
              <p className={look.note}>{t('attribution.noReturn')}</p>
            ) : (
              <Figures row={row} currency={currency} />
            )
          }}
        </Loaded>
      </Section>
      <Section title={t('attribution.liftTitle')}>
        <LiftTests campaignId={campaignId} />
      </Section>
    </>
  )
}

function Figures({ row, currency }: { row: Returned; currency: string }) {
  const { t } = useTranslation()
  const { count, money, points, share } = useNumbers()
  const range = { low: money(row.creditedRange.least, currency), high: money(row.creditedRange.most, currency) }
  const budget =
    row.budgetCents === null || row.spentCents === null || row.budgetCurrency !== currency
      ? null
      : t('attribution.ofBudget', {
          share: share(row.budgetCents === 0 ? 0 : row.spentCents / row.budgetCents),
          budget: money(row.budgetCents, currency),
        })
  return (
    <>
      <StatRow>
        <Stat
          label={t('attribution.spent')}
          value={
            row.spentCents === null
              ? row.spend.map((one) => money(one.cents, one.currency)).join(' + ')
              : money(row.spentCents, currency)
          }
        >
          {row.spentCents === null ? t('attribution.noRate') : budget}
        </Stat>
        <Stat label={t('attribution.earned')} value={money(row.creditedCents, currency)}>
          {t('attribution.rangeOver', range)}
        </Stat>
        <Stat label={t('attribution.return')} value={row.returnOnSpend === null ? '–' : share(row.returnOnSpend)}>
          {row.paybackDays === null
            ? t('attribution.notPaidBack')
            : t('attribution.paidBack', { count: row.paybackDays })}
        </Stat>
        <Stat
          label={t('attribution.verdict')}
          value={t('attribution.verdictShort', { accepted: count(row.accepted), rejected: count(row.rejected) })}
        >
          {t('attribution.verdictOf', { k: count(row.verdict.k), n: count(row.verdict.n) })}
        </Stat>
      </StatRow>
      <p className={look.after}>
        {t('attribution.figures', {
          leads: count(row.leads),
          opportunities: count(row.opportunities),
          won: count(row.won),
          credited: points(row.credited),
        })}{' '}
        {row.centsPerLead !== null && t('attribution.perLead', { money: money(row.centsPerLead, currency) })}{' '}
        {row.centsPerWon !== null && t('attribution.perWonLong', { money: money(row.centsPerWon, currency) })}{' '}
        {row.medianDaysToWon !== null && t('attribution.medianDays', { days: points(row.medianDaysToWon) })}{' '}
        {row.isSmall && <strong>{t('attribution.fewLong')}</strong>}
      </p>
      {row.reasons.length > 0 && (
        <p className={look.note}>
          {t('attribution.reasons')}{' '}
          {row.reasons.map((one) => `${one.reason || t('attribution.noReason')} (${count(one.leads)})`).join(', ')}
        </p>
      )}
    </>
  )
}
