import { Button, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { sayDone } from '../../ui/toast.ts'
import { zones } from '../setup/guess-place.ts'
import { DayHours } from './day-hours.tsx'
import type { UserView } from './queries.ts'
import look from './team.module.css'
import { useChangeUser } from './use-change-user.ts'
import { hoursOfWeek, problemOfWeek, readWeek, usualWeek, WEEKDAYS, writeWeek } from './week-hours.ts'

/** When a person works: as the agreement says, or own hours with several blocks a day. */
export function WorkingHours({ user, isAdmin }: { user: UserView; isAdmin: boolean }) {
  const { t } = useTranslation()
  const { points } = useNumbers()
  const company = useSession().zone
  const change = useChangeUser()
  const own = user.calendar
  const [isOwn, setIsOwn] = useState(own !== null)
  const [week, setWeek] = useState(() => (own === null ? usualWeek() : readWeek(own.hours)))
  const [zone, setZone] = useState(own?.zone ?? company)
  if (!isAdmin) {
    return (
      <section className={look.part}>
        <h3>{t('team.hours')}</h3>
        <p className="quiet">
          {own === null
            ? t('team.hoursAgreement')
            : `${t('team.hoursTotal', { hours: points(hoursOfWeek(week)) })} · ${own.zone}`}
        </p>
        {own !== null && (
          <dl className={look.hoursRead}>
            {WEEKDAYS.filter((day) => week[day].length > 0).map((day) => (
              <div key={day}>
                <dt>{t(`team.days.${day}`)}</dt>
                <dd>{week[day].map((block) => `${block.from}–${block.to}`).join(', ')}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    )
  }
  const problem = isOwn ? problemOfWeek(week) : null
  const wanted = isOwn ? { zone, hours: writeWeek(week) } : null
  const isChanged =
    JSON.stringify(wanted) !==
    JSON.stringify(own === null ? null : { zone: own.zone, hours: writeWeek(readWeek(own.hours)) })
  const save = () =>
    change.mutate({ userId: user.id, body: { calendar: wanted }, onDone: () => sayDone(t('team.hoursSaved')) })
  return (
    <section className={look.part}>
      <h3>{t('team.hours')}</h3>
      <SegmentedControl
        aria-label={t('team.hours')}
        data={[
          { value: 'agreement', label: t('team.hoursAgreement') },
          { value: 'own', label: t('team.hoursOwn') },
        ]}
        value={isOwn ? 'own' : 'agreement'}
        onChange={(value) => setIsOwn(value === 'own')}
      />
      {isOwn && (
        <>
          <ul className={look.week}>
            {WEEKDAYS.map((day, i) => {
              const next = WEEKDAYS[i + 1]
              return (
                <DayHours
                  key={day}
                  day={day}
                  blocks={week[day]}
                  onChange={(blocks) => setWeek({ ...week, [day]: blocks })}
                  onCopyDown={
                    next === undefined || week[day].length === 0
                      ? undefined
                      : () => setWeek({ ...week, [next]: week[day] })
                  }
                />
              )
            })}
          </ul>
          <Select
            label={t('team.zone')}
            data={zones(zone)}
            value={zone}
            searchable
            allowDeselect={false}
            limit={80}
            onChange={(value) => value !== null && setZone(value)}
          />
          <p className="quiet small">
            {t('team.hoursTotal', { hours: points(hoursOfWeek(week)) })}. {t('team.hoursNote')}
          </p>
        </>
      )}
      {problem !== null && (
        <p className={look.wrong} role="alert">
          {t(`team.problems.${problem}`)}
        </p>
      )}
      {isChanged && (
        <div className={look.buttons}>
          <Button variant="filled" disabled={problem !== null} loading={change.isPending} onClick={save}>
            {t('team.save')}
          </Button>
        </div>
      )}
    </section>
  )
}
