import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../api/types.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { FlowShape } from './flow-shape.tsx'
import look from './funnel.module.css'
import type { By, Funnel, FunnelGroup, Sort } from './search.ts'
import { FEW, sortGroups } from './sort-groups.ts'
import { Whisker } from './whisker.tsx'

type Props = {
  funnel: Funnel
  by: By
  sort: Sort
  isUp: boolean
  onSort: (sort: Sort) => void
  onOpen: (reached: Stage, key: string) => void
}

/** The same funnel once per group: its own small shape, its rate with the interval, its days. Too small groups stand apart, unranked. */
export function GroupTable({ funnel, by, sort, isUp, onSort, onOpen }: Props) {
  const { t } = useTranslation()
  const { ranked, few } = sortGroups(funnel.groups, sort, isUp)
  const most = Math.min(
    1,
    1.08 * Math.max(0.02, ...(ranked.length > 0 ? ranked : few).map((group) => group.won.high ?? 0)),
  )
  const head = (column: Sort, className?: string) => (
    <th scope="col" className={className} aria-sort={sort !== column ? 'none' : isUp ? 'ascending' : 'descending'}>
      <button
        type="button"
        className={look.sort}
        data-sorted={sort === column || undefined}
        onClick={() => onSort(column)}
      >
        {t(`funnel.columns.${column}`)}
        {sort === column && (isUp ? <IconArrowUp size={12} aria-hidden /> : <IconArrowDown size={12} aria-hidden />)}
      </button>
    </th>
  )
  const row = (group: FunnelGroup, isFew: boolean) => (
    <GroupRow key={group.key ?? ''} group={group} funnel={funnel} by={by} most={most} isFew={isFew} onOpen={onOpen} />
  )
  return (
    <table className={look.table}>
      <thead>
        <tr>
          <th scope="col">{t(`funnel.groups.${by}`)}</th>
          {head('leads')}
          <th scope="col" className={look.shapeCell}>
            {t('funnel.columns.shape')}
          </th>
          {head('won', look.wide)}
          {head('rate', look.rateCell)}
          {head('median', look.wide)}
        </tr>
      </thead>
      <tbody>
        {ranked.map((group) => row(group, false))}
        {few.length > 0 && (
          <tr className={look.smallRow}>
            <td colSpan={6}>{t('funnel.small', { n: FEW })}</td>
          </tr>
        )}
        {few.map((group) => row(group, true))}
      </tbody>
    </table>
  )
}

type RowProps = {
  group: FunnelGroup
  funnel: Funnel
  by: By
  most: number
  isFew: boolean
  onOpen: (reached: Stage, key: string) => void
}

function GroupRow({ group, funnel, by, most, isFew, onOpen }: RowProps) {
  const { t } = useTranslation()
  const { count, share, points } = useNumbers()
  const key = group.key ?? ''
  const name = key === '' ? t(`funnel.none.${by}`) : by === 'channel' ? sayChannel(key, t) : key
  const open = (reached: Stage, shown: number) => ({
    onOpen: () => onOpen(reached, key),
    label: `${name}. ${t('funnel.reachedOpen', { stage: t(`common.stage.${reached}`), shown: count(shown) })}`,
  })
  const steps = funnel.stages.map((stage) => ({
    name: stage.stage,
    count: group.reached[stage.stage] ?? 0,
    hue: `var(--${stage.owner})`,
  }))
  const { rate, low, high, k, n } = group.won
  const bounds = low === null || high === null ? null : { low: share(low), high: share(high) }
  return (
    <tr>
      <td className={look.name} title={group.key ?? undefined}>
        {group.key === null || group.key === '' ? <span className="quiet">{name}</span> : name}
      </td>
      <td>
        <OpenNumber {...open('inquiry', group.leads)}>{count(group.leads)}</OpenNumber>
      </td>
      <td className={look.shapeCell}>
        <FlowShape steps={steps} />
      </td>
      <td className={look.wide}>
        <OpenNumber {...open('won', k)}>{count(k)}</OpenNumber>
      </td>
      <td className={look.rateCell}>
        <div className={look.rateInside} title={t('common.rate.sample', { k: count(k), n: count(n) })}>
          <span className={look.rateNumber}>{isFew || rate === null ? '' : share(rate)}</span>
          <span className="quiet small">{bounds === null ? '' : t('common.rate.short', bounds)}</span>
          <Whisker low={low} high={high} rate={isFew ? null : rate} most={most} />
        </div>
      </td>
      <td className={look.wide}>
        {group.medianDaysToWon === null ? <span className="quiet">–</span> : points(group.medianDaysToWon)}
      </td>
    </tr>
  )
}
