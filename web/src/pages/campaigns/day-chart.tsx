import { useTranslation } from 'react-i18next'
import type { Answered } from '../../api/types.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { sayDay } from '../../ui/say-day.ts'
import look from './campaigns.module.css'

type Days = Answered<'getCampaignDays'>

const WIDTH = 1_000
const HEIGHT = 120
const MOST_BARS = 180
const DAY_MS = 86_400_000

/** What each day cost, in the currency most was spent in; long periods by several days a bar. */
export function DayChart({ data }: { data: Days }) {
  const { t, i18n } = useTranslation()
  const { money } = useNumbers()
  const sums = new Map<string, number>()
  for (const { costs } of data.days)
    for (const one of costs) sums.set(one.currency, (sums.get(one.currency) ?? 0) + one.cents)
  const [currency = ''] = [...sums].sort((a, b) => b[1] - a[1]).map(([code]) => code)
  const from = Date.parse(data.from)
  const days = Math.max(1, Math.round((Date.parse(data.to) - from) / DAY_MS))
  const step = Math.ceil(days / MOST_BARS)
  const bars = new Array<number>(Math.ceil(days / step)).fill(0)
  for (const { day, costs } of data.days) {
    const at = Math.floor((Date.parse(day) - from) / DAY_MS / step)
    for (const one of costs) if (one.currency === currency && at >= 0) bars[at] = (bars[at] ?? 0) + one.cents
  }
  const most = Math.max(1, ...bars)
  const width = WIDTH / bars.length
  const say = (ms: number) => sayDay(new Date(ms).toISOString().slice(0, 10), i18n.language, 'short')
  const last = Date.parse(data.to) - DAY_MS
  return (
    <figure className={look.figure}>
      <svg
        className={look.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('campaigns.byDayChart', { from: say(from), to: say(last) })}
      >
        {bars.map((cents, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
            key={index}
            x={index * width + width * 0.1}
            width={width * 0.8}
            y={HEIGHT - (Math.max(0, cents) / most) * HEIGHT}
            height={(Math.max(0, cents) / most) * HEIGHT}
          >
            <title>{`${say(from + index * step * DAY_MS)} : ${money(cents, currency)}`}</title>
          </rect>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption className={`${look.row} quiet small tnum`}>
        <span>{say(from)}</span>
        <span>{t('campaigns.byDayLegend', { spend: money(sums.get(currency) ?? 0, currency), days })}</span>
        <span>{say(last)}</span>
      </figcaption>
    </figure>
  )
}
