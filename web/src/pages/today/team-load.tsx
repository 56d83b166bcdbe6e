import { IconBeach } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { sayDate } from '../../ui/say-day.ts'
import type { LoadPerson } from './team-queries.ts'
import look from './team-view.module.css'

/** Everybody of sales with what they have and what today may still bring; choosing one shows only their clocks. */
export function TeamLoad({
  people,
  chosen,
  onChoose,
}: {
  people: readonly LoadPerson[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation()
  if (people.length === 0) return <p className="quiet">{t('today.team.nobody')}</p>
  const most = Math.max(1, ...people.map((one) => one.openLeads))
  return (
    <ul className={look.people}>
      {people.map((one) => (
        <li key={one.user.id}>
          <button
            type="button"
            className={look.person}
            aria-pressed={chosen === one.user.id}
            onClick={() => onChoose(one.user.id)}
          >
            <span className={look.personHead}>
              <b className="cut">{one.user.name}</b>
              <State person={one} />
            </span>
            <span className={look.bar} aria-hidden>
              <span style={{ width: `${(100 * one.openLeads) / most}%` }} />
            </span>
            <Figures person={one} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function State({ person }: { person: LoadPerson }) {
  const { t, i18n } = useTranslation()
  if (!person.isActive) return <span className={look.away}>{t('today.team.gone')}</span>
  if (!person.isAway) return null
  return (
    <span className={look.away}>
      <IconBeach size={14} aria-hidden />{' '}
      {person.awayUntil === null
        ? t('today.team.isAway')
        : t('today.team.until', { day: sayDate(person.awayUntil, i18n.language) })}
    </span>
  )
}

function Figures({ person }: { person: LoadPerson }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  return (
    <span className={look.figures}>
      <span>{t('today.team.open', { count: person.openLeads })}</span>
      {person.late > 0 ? <span className={look.late}>{t('today.late', { count: person.late })}</span> : null}
      {person.withinHour > 0 ? (
        <span className={look.soon}>{t('today.team.within', { n: count(person.withinHour) })}</span>
      ) : null}
      <span className="quiet">
        {person.dayLimit === null
          ? t('today.team.taken', { n: count(person.takenToday) })
          : t('today.team.takenOf', { n: count(person.takenToday), limit: count(person.dayLimit) })}
      </span>
    </span>
  )
}
