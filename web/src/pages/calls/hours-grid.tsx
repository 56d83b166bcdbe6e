import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatLocale } from '../../i18n/format-locale.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Section } from '../../ui/page.tsx'
import look from './calls.module.css'
import { type Hours, hoursQuery } from './queries.ts'

const FIRST_HOUR = 7
const LAST_HOUR = 20

/** The share of calls that reach somebody, by weekday and hour of whoever is called. */
export function HoursGrid() {
  const { t } = useTranslation()
  const query = useQuery(hoursQuery)
  const days = query.data?.days ?? 180
  return (
    <Section title={t('calls.hours.title')} aside={t('calls.hours.aside', { days })}>
      <Loaded query={query}>{(hours) => <Grid hours={hours} />}</Loaded>
    </Section>
  )
}

function Grid({ hours }: { hours: Hours }) {
  const { t, i18n } = useTranslation()
  const { count, share } = useNumbers()
  const { cells, n, k, rate, isSmall } = hours
  // The week begins on a Monday: 5 January 2026 was one.
  const day = (weekday: number) =>
    new Intl.DateTimeFormat(formatLocale(i18n.language), { weekday: 'short' }).format(new Date(2026, 0, 5 + weekday))
  const shown = Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, index) => FIRST_HOUR + index)
  const most = Math.max(0.01, ...cells.filter((cell) => cell.n > 0).map((cell) => cell.rate))
  const say = (cell: (typeof cells)[number]) => {
    const place = { day: day(cell.weekday), from: `${cell.hour} h`, to: `${cell.hour + 1} h` }
    if (cell.n === 0 || cell.low === null || cell.high === null) return t('calls.hours.none', place)
    const told = t('calls.hours.cell', {
      ...place,
      k: count(cell.k),
      n: count(cell.n),
      rate: share(cell.rate),
      low: share(cell.low),
      high: share(cell.high),
    })
    return cell.isSmall ? `${told} (${t('calls.hours.small')})` : told
  }
  if (isSmall) return <p className="quiet">{t('calls.hours.few', { n: count(n) })}</p>
  return (
    <>
      <p className="quiet">{t('calls.hours.all', { k: count(k), n: count(n), rate: share(rate ?? 0) })}</p>
      <div className={look.scroll}>
        <table className={look.grid}>
          <thead>
            <tr>
              <td />
              {shown.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{day(weekday)}</th>
                {shown.map((hour) => {
                  const cell = cells[weekday * 24 + hour]
                  if (cell === undefined) return <td key={hour} />
                  const told = say(cell)
                  return (
                    <td
                      key={hour}
                      title={told}
                      className={look.cell}
                      data-is-empty={cell.n === 0 || undefined}
                      data-is-small={(cell.n > 0 && cell.isSmall) || undefined}
                      style={{ '--part': String(cell.n === 0 ? 0 : cell.rate / most) }}
                    >
                      <span className="hidden-words">{told}</span>
                      <span aria-hidden>{cell.n === 0 ? '' : Math.round(cell.rate * 100)}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">{t('calls.hours.legend')}</p>
    </>
  )
}
