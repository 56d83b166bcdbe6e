import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import look from './attribution.module.css'
import { CsvButton, units } from './csv-button.tsx'
import { nameOf } from './name-of.ts'
import { returnQuery } from './queries.ts'
import type { Asked, Model, Returned } from './search.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

type Props = { by: 'campaign' | 'channel'; model: Model; asked: Asked; onOpen: (label: string) => void }

/** Spend, what it became, what sales said, and what it returned, a row a campaign or channel. */
export function ReturnTable({ by, model, asked, onOpen }: Props) {
  const { t } = useTranslation()
  const { from, to } = asked
  const query = useQuery(returnQuery(by, model, { ...(from ? { from } : {}), ...(to ? { to } : {}) }))
  return (
    <Loaded query={query}>
      {({ rows, currency }) => (
        <div className={look.scroll}>
          <table className={`${look.table} ${look.folded} ${look.returned}`}>
            <thead>
              <tr>
                <th scope="col">{t(`attribution.by.${by}`)}</th>
                <th scope="col">{t('attribution.spent')}</th>
                <th scope="col">{t('attribution.leads')}</th>
                <th scope="col" className={look.wide}>
                  {t('attribution.verdict')}
                </th>
                <th scope="col" className={look.wide}>
                  {t('attribution.opportunities')}
                </th>
                <th scope="col" className={look.wide}>
                  {t('attribution.won')}
                </th>
                <th scope="col">{t('attribution.earned')}</th>
                <th scope="col" className={look.wide}>
                  {t('attribution.perWon')}
                </th>
                <th scope="col">{t('attribution.return')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, 50).map((row) => (
                <Row key={row.key ?? ''} row={row} by={by} currency={currency} onOpen={() => onOpen(row.label)} />
              ))}
            </tbody>
          </table>
          <p className={look.note}>{t('attribution.returnNote')}</p>
          <CsvButton
            name={`return-${by}`}
            rows={() => [
              [
                t(`attribution.by.${by}`),
                `${t('attribution.spent')} (${currency})`,
                t('attribution.leads'),
                t('attribution.accepted'),
                t('attribution.rejected'),
                t('attribution.opportunities'),
                t('attribution.won'),
                `${t('attribution.earned')} (${currency})`,
                `${t('attribution.perWon')} (${currency})`,
                t('attribution.return'),
                t('attribution.paybackDays'),
              ],
              ...rows.map((row) => [
                row.label,
                units(row.spentCents),
                row.leads,
                row.accepted,
                row.rejected,
                row.opportunities,
                row.won,
                units(row.creditedCents),
                units(row.centsPerWon),
                row.returnOnSpend,
                row.paybackDays,
              ]),
            ]}
          />
        </div>
      )}
    </Loaded>
  )
}

type RowProps = { row: Returned; by: 'campaign' | 'channel'; currency: string; onOpen: () => void }

function Row({ row, by, currency, onOpen }: RowProps) {
  const { t } = useTranslation()
  const { count, money, share } = useNumbers()
  return (
    <tr>
      <td className={look.name}>
        {by === 'campaign' && row.key !== null && UUID.test(row.key) ? (
          <Link to={paths.campaign} params={{ campaignId: row.key }}>
            {nameOf(row.label, by, t)}
          </Link>
        ) : (
          nameOf(row.label, by, t)
        )}
        {row.isSmall && <span className={look.small}>{t('attribution.few')}</span>}
      </td>
      <td>{row.spend.length === 0 ? '–' : row.spend.map((one) => money(one.cents, one.currency)).join(' + ')}</td>
      <td>
        {by === 'channel' && row.label !== '' && row.leads > 0 ? (
          <Link to={paths.people} search={{ channel: row.label }}>
            {count(row.leads)}
          </Link>
        ) : (
          count(row.leads)
        )}
      </td>
      <td className={look.wide} title={row.reasons.map((one) => `${one.reason}: ${one.leads}`).join('\n')}>
        {t('attribution.verdictShort', { accepted: count(row.accepted), rejected: count(row.rejected) })}
      </td>
      <td className={look.wide}>{count(row.opportunities)}</td>
      <td className={look.wide}>{count(row.won)}</td>
      <td className={look.money}>
        {row.creditedCents === 0 ? (
          money(0, currency)
        ) : (
          <OpenNumber label={t('attribution.openDeals', { name: nameOf(row.label, by, t) })} onOpen={onOpen}>
            {money(row.creditedCents, currency)}
          </OpenNumber>
        )}
      </td>
      <td className={look.wide}>{row.centsPerWon === null ? '–' : money(row.centsPerWon, currency)}</td>
      <td>
        {row.returnOnSpend === null ? '–' : share(row.returnOnSpend)}
        {row.paybackDays !== null && (
          <span className={look.small}>{t('attribution.paidBack', { count: row.paybackDays })}</span>
        )}
      </td>
    </tr>
  )
}
