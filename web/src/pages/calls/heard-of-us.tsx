import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatLocale } from '../../i18n/format-locale.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Section } from '../../ui/page.tsx'
import { RateText } from '../../ui/rate-text.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import look from './calls.module.css'
import { type Heard, heardQuery } from './queries.ts'

/** How many of those spoken with knew the company, by channel and month, with n and interval. */
export function HeardOfUs() {
  const { t } = useTranslation()
  const query = useQuery(heardQuery)
  return (
    <Section title={t('calls.heard.title')} aside={t('calls.heard.aside')}>
      <Loaded query={query}>
        {(heard) =>
          heard.all.rate.n + heard.all.unsure === 0 ? (
            <p className="quiet">{t('calls.heard.none')}</p>
          ) : (
            <Tables heard={heard} />
          )
        }
      </Loaded>
    </Section>
  )
}

function Tables({ heard }: { heard: Heard }) {
  const { t, i18n } = useTranslation()
  const month = (written: string) =>
    new Intl.DateTimeFormat(formatLocale(i18n.language), { month: 'short', year: 'numeric' }).format(
      new Date(`${written}-15T12:00:00Z`),
    )
  return (
    <>
      <p className={look.big}>
        <RateText rate={heard.all.rate} isBig />
      </p>
      <div className={look.pair}>
        <Table
          title={t('calls.heard.channel')}
          rows={heard.byChannel.map((row) => ({
            ...row,
            name: row.channel === '' ? t('calls.heard.noChannel') : sayChannel(row.channel, t),
          }))}
        />
        <Table title={t('calls.heard.month')} rows={heard.byMonth.map((row) => ({ ...row, name: month(row.month) }))} />
      </div>
    </>
  )
}

type Row = Heard['all'] & { name: string }

function Table({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  return (
    <table className={look.heard}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('calls.heard.yes')}</th>
          <th scope="col" className={look.right}>
            {t('calls.heard.unsure')}
          </th>
          <th scope="col" className={look.right}>
            {t('calls.heard.notAsked')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>
              <Bar rate={row.rate} />
              <RateText rate={row.rate} />
            </td>
            <td className={look.right}>{count(row.unsure)}</td>
            <td className={look.right}>{count(row.notAsked)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The rate with the whisker of its interval; the numbers beside it say the same. */
function Bar({ rate: { rate, low, high } }: Pick<Row, 'rate'>) {
  if (rate === null || low === null || high === null) return null
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" className={look.whisker} aria-hidden="true" focusable="false">
      <rect x={0} y={2} width={rate * 100} height={4} fill="currentColor" opacity={0.4} />
      <line x1={low * 100} x2={high * 100} y1={4} y2={4} stroke="currentColor" strokeWidth={1.5} />
    </svg>
  )
}
