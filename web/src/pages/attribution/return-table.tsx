import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import look from './attribution.module.css'
import { nameOf } from './name-of.ts'
import { returnQuery } from './queries.ts'
import type { Asked, Model, Returned } from './search.ts'

/** Spend, what it became, what sales said, and what it returned, a row a campaign or channel. */
export function ReturnTable({ by, model, asked }: { by: 'campaign' | 'channel'; model: Model; asked: Asked }) {
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
                <Row key={row.key ?? ''} row={row} by={by} currency={currency} />
              ))}
            </tbody>
          </table>
          <p className={look.note}>{t('attribution.returnNote')}</p>
        </div>
      )}
    </Loaded>
  )
}

function Row({ row, by, currency }: { row: Returned; by: 'campaign' | 'channel'; currency: string }) {
  const { t } = useTranslation()
  const { count, money, share } = useNumbers()
  return (
    <tr>
      <td className={look.name}>
        {nameOf(row.label, by, t)}
        {row.isSmall && <span className={look.small}>{t('attribution.few')}</span>}
      </td>
      <td>{row.spend.length === 0 ? '–' : row.spend.map((one) => money(one.cents, one.currency)).join(' + ')}</td>
      <td>{count(row.leads)}</td>
      <td className={look.wide} title={row.reasons.map((one) => `${one.reason}: ${one.leads}`).join('\n')}>
        {t('attribution.verdictShort', { accepted: count(row.accepted), rejected: count(row.rejected) })}
      </td>
      <td className={look.wide}>{count(row.opportunities)}</td>
      <td className={look.wide}>{count(row.won)}</td>
      <td className={look.money}>{money(row.creditedCents, currency)}</td>
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
