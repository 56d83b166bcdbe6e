import { IconCalendar, IconCalendarExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatLocale } from '../../i18n/format-locale.ts'
import { serverNow } from '../../ui/clock.ts'
import { sayDay } from '../../ui/say-day.ts'
import look from './close-day.module.css'
import { daysLate } from './days-late.ts'

/** When a deal is to close: marked once the day has passed while it is open. */
export function CloseDay({ day, isOpen }: { day: string | null; isOpen: boolean }) {
  const { t, i18n } = useTranslation()
  if (day === null) return <span className={look.none}>{t('deals.noCloseDay')}</span>
  const late = isOpen ? daysLate(day, serverNow()) : 0
  const isThisYear = day.startsWith(String(new Date().getFullYear()))
  const short = new Intl.DateTimeFormat(formatLocale(i18n.language), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(Date.parse(day))
  const Icon = late > 0 ? IconCalendarExclamation : IconCalendar
  return (
    <span
      className={look.day}
      data-is-late={late > 0 || undefined}
      title={late > 0 ? t('deals.daysLate', { count: late }) : sayDay(day, i18n.language)}
    >
      <Icon size={13} stroke={1.8} aria-hidden />
      {short}
      {late > 0 ? <span className="hidden-words">, {t('deals.daysLate', { count: late })}</span> : null}
    </span>
  )
}
