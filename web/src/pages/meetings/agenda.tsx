import { ActionIcon, Button, Select } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole, useSession } from '../../api/session.ts'
import { formatLocale } from '../../i18n/format-locale.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { serverNow } from '../../ui/clock.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { RateText } from '../../ui/rate-text.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import { proposedQuery } from './book-queries.ts'
import { DueMeetings } from './due-meetings.tsx'
import { MeetingCard } from './meeting-card.tsx'
import { MeetingDrawer } from './meeting-drawer.tsx'
import look from './meetings.module.css'
import { ProposedMeetings } from './proposed-meetings.tsx'
import { dueMeetingsQuery, type Meeting, meetingsQuery, ratesQuery, typesQuery } from './queries.ts'
import { addDays, dayNamed, mondayOf, sayDay } from './say-when.ts'
import { useWords } from './use-words.ts'

const route = getRouteApi('/framed/meetings')
const DAY_MS = 86_400_000

/** A week of meetings, those without a word on top, and how many guests did not come. */
export function Agenda() {
  const { t, i18n } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { user } = useSession()
  const isManager = useIsRole('admin', 'manager')
  const host = search.host ?? (isManager ? 'all' : 'me')
  const monday = mondayOf(search.week, serverNow())
  const end = addDays(monday, 7)
  const query = useQuery(meetingsQuery({ from: monday.toISOString(), until: end.toISOString(), host }))
  const due = useQuery(dueMeetingsQuery(host)).data?.meetings ?? []
  const proposed = useQuery(proposedQuery(host)).data?.meetings ?? []
  const hosts = useQuery(typesQuery).data?.types.flatMap((type) => type.hosts) ?? []
  const [since] = useState(() => new Date(serverNow() - 90 * DAY_MS).toISOString())
  const rates = useQuery(ratesQuery(since)).data
  const { say } = useWords()
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false, replace: true })
  const week = (days: number) => set({ week: dayNamed(addDays(monday, days)) })
  const [here, setHere] = useState<string | undefined>(undefined)
  const all: Meeting[] = [...due, ...(query.data?.meetings ?? []).filter((one) => !due.some(({ id }) => id === one.id))]
  const chosen = all.find(({ id }) => id === here)
  const step = (by: number) => {
    const next = all[Math.max(0, Math.min(all.length - 1, all.findIndex(({ id }) => id === here) + by))]
    if (next === undefined) return
    setHere(next.id)
    document.getElementById(`meeting-${next.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  const word = (which: 'held' | 'missed') => {
    if (chosen === undefined || !chosen.isWithoutWord || !chosen.mayChange) return
    step(1)
    void say(chosen, which)
  }
  const isOff = search.meeting !== undefined
  useKeys(t('meetings.title'), [
    { keys: ['j', 'arrowdown'], says: t('meetings.keys.next'), run: () => step(1), isOff },
    { keys: ['k', 'arrowup'], says: t('meetings.keys.previous'), run: () => step(-1), isOff },
    {
      keys: ['enter', 'o'],
      says: t('meetings.keys.open'),
      run: () => here !== undefined && set({ meeting: here }),
      isOff,
    },
    { keys: 'h', says: t('meetings.keys.held'), run: () => word('held'), isOff },
    { keys: 'n', says: t('meetings.keys.missed'), run: () => word('missed'), isOff },
    { keys: '[', says: t('meetings.earlier'), run: () => week(-7), isOff },
    { keys: ']', says: t('meetings.later'), run: () => week(7), isOff },
  ])
  const people = [...new Map(hosts.filter(({ id }) => id !== user.id).map((one) => [one.id, one])).values()]
  const range = new Intl.DateTimeFormat(formatLocale(i18n.language), { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <>
      {rates === undefined || rates.missed.n + rates.withoutWord === 0 ? null : (
        <div className={look.rates}>
          <StatRow>
            <Stat label={t('meetings.rates.missed')} value={<RateText rate={rates.missed} isBig />}>
              {t('meetings.rates.since')}
            </Stat>
            <Stat label={t('meetings.rates.accepted')} value={<RateText rate={rates.accepted} isBig />} />
            <Stat
              label={t('meetings.rates.withoutWord')}
              value={<span className="tnum">{rates.withoutWord}</span>}
              tone={rates.withoutWord > 0 ? 'warning' : undefined}
            />
          </StatRow>
        </div>
      )}
      <ProposedMeetings meetings={proposed} onOpen={(meeting) => set({ meeting: meeting.id })} />
      <DueMeetings meetings={due} here={here} onOpen={(meeting) => set({ meeting: meeting.id })} />
      <div className={look.bar}>
        <div className={look.turn}>
          <ActionIcon variant="subtle" size="lg" aria-label={t('meetings.earlier')} onClick={() => week(-7)}>
            <IconChevronLeft size={18} stroke={1.8} />
          </ActionIcon>
          <Button variant="subtle" onClick={() => set({ week: undefined })}>
            {t('meetings.today')}
          </Button>
          <ActionIcon variant="subtle" size="lg" aria-label={t('meetings.later')} onClick={() => week(7)}>
            <IconChevronRight size={18} stroke={1.8} />
          </ActionIcon>
          <span className={`${look.range} tnum`}>{range.formatRange(monday, addDays(end, -1))}</span>
        </div>
        <Select
          aria-label={t('meetings.whose')}
          value={host}
          onChange={(value) => set({ host: value ?? undefined })}
          allowDeselect={false}
          data={[
            { value: 'me', label: t('meetings.mine') },
            { value: 'all', label: t('meetings.everybody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <Loaded query={query}>
        {({ meetings }) =>
          meetings.length === 0 && due.length === 0 ? (
            <Empty
              title={t('meetings.emptyTitle')}
              action={<Button onClick={() => set({ tab: 'types' })}>{t('meetings.emptyAction')}</Button>}
            >
              {t('meetings.emptyText')}
            </Empty>
          ) : (
            <Week
              monday={monday}
              meetings={meetings}
              here={here}
              showsHost={host === 'all'}
              onOpen={(meeting) => set({ meeting })}
            />
          )
        }
      </Loaded>
      {search.meeting === undefined ? null : (
        <MeetingDrawer key={search.meeting} meetingId={search.meeting} onClose={() => set({ meeting: undefined })} />
      )}
    </>
  )
}

/** Seven days side by side, five when nothing is on the weekend; one below the other where it is narrow. */
function Week({
  monday,
  meetings,
  here,
  showsHost,
  onOpen,
}: {
  monday: Date
  meetings: readonly Meeting[]
  here: string | undefined
  showsHost: boolean
  onOpen: (meetingId: string) => void
}) {
  const { t, i18n } = useTranslation()
  const today = dayNamed(new Date(serverNow()))
  const days = Array.from({ length: 7 }, (_, index) => {
    const date = addDays(monday, index)
    return {
      date,
      name: dayNamed(date),
      list: meetings.filter(({ startsAt }) => dayNamed(new Date(startsAt)) === dayNamed(date)),
    }
  })
  const hasWeekend = days.slice(5).some(({ list }) => list.length > 0)
  const shown = hasWeekend ? days : days.slice(0, 5)
  const style: CSSProperties & Record<'--days', number> = { '--days': shown.length }
  return (
    <ol className={look.week} style={style}>
      {shown.map(({ date, name, list }) => (
        <li
          key={name}
          className={look.day}
          data-is-today={name === today || undefined}
          data-is-empty={list.length === 0 || undefined}
        >
          <h3 className={look.dayName} aria-current={name === today ? 'date' : undefined}>
            {sayDay(date, i18n.language)}
          </h3>
          {list.length === 0 ? (
            <span className="quiet small">{t('meetings.nothing')}</span>
          ) : (
            list.map((meeting) => (
              <MeetingCard
                key={meeting.id}
                meeting={meeting}
                isHere={here === meeting.id}
                showsHost={showsHost}
                onOpen={() => onOpen(meeting.id)}
              />
            ))
          )}
        </li>
      ))}
    </ol>
  )
}
