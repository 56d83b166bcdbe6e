import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import look from './attribution.module.css'
import { nameOf } from './name-of.ts'
import { RangeBar } from './range-bar.tsx'
import type { Attribution, By, CreditRow, Doubt, Level, Model } from './search.ts'

type Props = {
  found: Attribution
  doubt: Doubt | undefined
  by: By
  level: Level
  model: Model
  onOpen: (label: string) => void
}

/** One row a label: what the chosen model credits, its interval, and a dot for what every other model would. */
export function CreditTable({ found, doubt, by, level, model, onOpen }: Props) {
  const { t } = useTranslation()
  const isMoney = level !== 'lead' && found.total.cents > 0
  const shown = found.rows.slice(0, 100)
  const of = isMoney ? ('cents' as const) : ('conversions' as const)
  const intervals = doubt?.models.find((one) => one.model === model)?.labels ?? []
  const intervalOf = (label: string) => intervals.find((one) => !one.isOthers && one.label === label)?.[of] ?? null
  const most = Math.max(
    ...shown.map((row) =>
      Math.max(intervalOf(row.label)?.high ?? 0, row[isMoney ? 'centsRange' : 'conversionsRange'].most),
    ),
  )
  return (
    <>
      <table className={`${look.table} ${look.folded}`}>
        <thead>
          <tr>
            <th scope="col">{t(`attribution.by.${by}`)}</th>
            <th scope="col" className={look.wide}>
              {t('attribution.touches')}
            </th>
            <th scope="col" className={look.wide}>
              {t(`attribution.met.${level}`)}
            </th>
            <th scope="col">{t(`attribution.credited.${level}`)}</th>
            {isMoney && <th scope="col">{t('attribution.money')}</th>}
            <th scope="col" className={look.rangeCell}>
              {t('attribution.range')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row
              key={row.label}
              {...{ row, by, model, isMoney, most, onOpen }}
              interval={intervalOf(row.label)}
              currency={found.currency}
            />
          ))}
        </tbody>
        <tfoot>
          <Sum found={found} isMoney={isMoney} />
        </tfoot>
      </table>
      {found.rows.length > shown.length && (
        <p className={look.note}>{t('attribution.moreRows', { count: found.rows.length - shown.length })}</p>
      )}
    </>
  )
}

type RowProps = {
  row: CreditRow
  by: By
  model: Model
  isMoney: boolean
  most: number
  interval: { low: number; high: number } | null
  currency: string
  onOpen: (label: string) => void
}

function Row({ row, by, model, isMoney, most, interval, currency, onOpen }: RowProps) {
  const { t } = useTranslation()
  const { count, points, money } = useNumbers()
  const say = (value: number): string => (isMoney ? money(Math.round(value / 100) * 100, currency) : points(value))
  const range = isMoney ? row.centsRange : row.conversionsRange
  const name = nameOf(row.label, by, t)
  return (
    <tr>
      <td className={look.name} title={name}>
        {row.label === '' ? <span className="quiet">{name}</span> : name}
      </td>
      <td className={look.wide}>{count(row.touches)}</td>
      <td className={look.wide}>{t('attribution.metOf', { k: count(row.converted), n: count(row.journeys) })}</td>
      <td>
        <OpenNumber
          onOpen={() => onOpen(row.label)}
          label={t('attribution.open', { name, shown: points(row.conversions) })}
        >
          {points(row.conversions)}
        </OpenNumber>
      </td>
      {isMoney && <td className={look.money}>{money(row.cents, currency)}</td>}
      <td className={look.rangeCell}>
        <RangeBar
          values={row.models.map((one) => ({ model: one.model, value: isMoney ? one.cents : one.conversions }))}
          chosen={model}
          interval={interval}
          most={most}
        />
        <span
          className={look.bounds}
          title={t('attribution.rangeTitle', {
            least: t(`attribution.models.${range.leastBy}`),
            most: t(`attribution.models.${range.mostBy}`),
          })}
        >
          {t('attribution.between', { low: say(range.least), high: say(range.most) })}
          {interval !== null && (
            <> · {t('attribution.interval', { low: say(interval.low), high: say(interval.high) })}</>
          )}
        </span>
      </td>
    </tr>
  )
}

function Sum({ found, isMoney }: { found: Attribution; isMoney: boolean }) {
  const { t } = useTranslation()
  const { points, money } = useNumbers()
  return (
    <tr>
      <th scope="row">{t('attribution.sum')}</th>
      <td className={look.wide} />
      <td className={look.wide} />
      <td>{points(found.total.conversions)}</td>
      {isMoney && <td className={look.money}>{money(found.total.cents, found.currency)}</td>}
      <td className={look.rangeCell}>
        {found.unattributed.conversions > 0 && (
          <span className={look.bounds}>
            {t('attribution.unattributed', {
              count: found.unattributed.conversions,
              money: money(found.unattributed.cents, found.currency),
            })}
          </span>
        )}
      </td>
    </tr>
  )
}
