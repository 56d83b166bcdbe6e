import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { atLocal, localOf } from '../../calls/local-date.ts'
import { formatLocale } from '../../i18n/format-locale.ts'
import { serverNow } from '../../ui/clock.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import look from './book.module.css'
import { addDays, dayNamed, mondayOf, sayDay, sayTime } from './say-when.ts'

type Props = {
  /** Free beginnings of the week shown; undefined while they are asked for. */
  slots: readonly string[] | undefined
  /** Monday of the week shown. */
  monday: Date
  onWeek: (monday: Date) => void
  value: string | null
  onChange: (iso: string) => void
}

/** The free times of a week by day, one to press; or any other time, for what was agreed already. */
export function FreeTimes({ slots, monday, onWeek, value, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const [isOther, setIsOther] = useState(false)
  const range = new Intl.DateTimeFormat(formatLocale(i18n.language), { day: 'numeric', month: 'long' })
  const days = [...Map.groupBy(slots ?? [], (iso) => dayNamed(new Date(iso)))]
  const isFirst = monday <= mondayOf(undefined, serverNow())
  return (
    <fieldset className={look.times}>
      <legend>{t('meetings.book.when')}</legend>
      <div className={look.turn}>
        <ActionIcon
          variant="subtle"
          aria-label={t('meetings.earlier')}
          disabled={isFirst}
          onClick={() => onWeek(addDays(monday, -7))}
        >
          <IconChevronLeft size={18} stroke={1.8} />
        </ActionIcon>
        <span className="tnum">{range.formatRange(monday, addDays(monday, 6))}</span>
        <ActionIcon variant="subtle" aria-label={t('meetings.later')} onClick={() => onWeek(addDays(monday, 7))}>
          <IconChevronRight size={18} stroke={1.8} />
        </ActionIcon>
        <Button variant="subtle" size="compact-sm" aria-expanded={isOther} onClick={() => setIsOther(!isOther)}>
          {t('meetings.book.other')}
        </Button>
      </div>
      {isOther ? (
        <TextInput
          type="datetime-local"
          label={t('meetings.book.otherTime')}
          value={value === null ? '' : localOf(Date.parse(value))}
          onChange={(event) => {
            const ms = atLocal(event.currentTarget.value)
            if (ms !== null) onChange(new Date(ms).toISOString())
          }}
        />
      ) : null}
      {slots === undefined ? (
        <Skeleton rows={3} />
      ) : days.length === 0 ? (
        <p className="quiet small">{t('meetings.book.none')}</p>
      ) : (
        <ol className={look.days}>
          {days.map(([day, times]) => (
            <li key={day}>
              <span className={look.dayName}>{sayDay(new Date(times[0] ?? ''), i18n.language)}</span>
              <span className={look.slots}>
                {times.map((iso) => (
                  <button
                    key={iso}
                    type="button"
                    className={`${look.slot} tnum`}
                    aria-pressed={iso === value}
                    aria-label={`${sayDay(new Date(iso), i18n.language)}, ${sayTime(iso, i18n.language)}`}
                    onClick={() => onChange(iso)}
                  >
                    {sayTime(iso, i18n.language)}
                  </button>
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
    </fieldset>
  )
}
