import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { serverNow } from '../../ui/clock.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Part } from '../lead/part.tsx'
import look from './book.module.css'
import { withPersonQuery } from './book-queries.ts'
import { toneOf } from './meeting-card.tsx'
import { MeetingDrawer } from './meeting-drawer.tsx'
import { sayWhen } from './say-when.ts'

const SHOWN = 3
const STEP_MS = 300_000
const BACK_MS = 7 * 86_400_000

/** Meetings with somebody: those to come and those just over; each is moved or cancelled where it opens, and a new one is booked. */
export function MeetingsPart({ personId, onBook }: { personId: string; onBook: () => void }) {
  const { t, i18n } = useTranslation()
  const maySell = useIsRole('admin', 'manager', 'seller')
  const [open, setOpen] = useState<string | null>(null)
  const [fromMs] = useState(() => Math.floor(serverNow() / STEP_MS) * STEP_MS - BACK_MS)
  const meetings = useQuery(withPersonQuery(personId, new Date(fromMs).toISOString())).data?.meetings ?? []
  const shown = meetings.filter((one) => one.status === 'booked').slice(0, SHOWN)
  return (
    <Part title={t('meetings.title')}>
      {shown.length === 0 ? <p className="quiet">{t('meetings.book.nothing')}</p> : null}
      <ul className={look.coming}>
        {shown.map((meeting) => (
          <li key={meeting.id}>
            <button type="button" className={look.one} onClick={() => setOpen(meeting.id)}>
              <span className="tnum">{sayWhen(meeting.startsAt, i18n.language)}</span>
              <span className="quiet small">
                {[
                  meeting.title,
                  t('meetings.with', { name: meeting.host.name }),
                  meeting.proposal !== null
                    ? t('meetings.proposal.short')
                    : meeting.isWithoutWord
                      ? t(`meetings.status.${toneOf(meeting)}`)
                      : t(`meetings.reply.${meeting.reply}`),
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {maySell ? (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCalendarPlus size={14} />}
          rightSection={<KeyHint keys="p" />}
          onClick={onBook}
        >
          {t('meetings.book.open')}
        </Button>
      ) : null}
      {open === null ? null : <MeetingDrawer key={open} meetingId={open} onClose={() => setOpen(null)} />}
    </Part>
  )
}
