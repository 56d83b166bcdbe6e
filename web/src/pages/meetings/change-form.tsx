import { Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import { timesQuery } from './book-queries.ts'
import { FreeTimes } from './free-times.tsx'
import look from './meetings.module.css'
import type { Meeting } from './queries.ts'
import { mondayOf } from './say-when.ts'

/** Moves a meeting to another time of its host, or cancels it; the guest is told either way. */
export function ChangeForm({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null)
  const [to, setTo] = useState(meeting.startsAt)
  const [why, setWhy] = useState('')
  const path = { meetingId: meeting.id }
  const run = async (act: () => Promise<unknown>, said: () => void) => {
    try {
      await act()
      said()
      setOpen(null)
    } catch (error) {
      sayRefused(error)
    }
    await client.invalidateQueries({ queryKey: ['meetings'] })
    if (meeting.personId !== null) await client.invalidateQueries({ queryKey: ['lead', meeting.personId] })
  }
  const move = () =>
    run(
      () => take(api.PUT('/api/meetings/{meetingId}/time', { params: { path }, body: { startsAt: to, note: why } })),
      () => sayDone(t('meetings.done.moved')),
    )
  const back = () =>
    run(
      () => take(api.DELETE('/api/meetings/{meetingId}/cancellation', { params: { path } })),
      () => sayDone(t('meetings.done.back')),
    )
  const cancel = () =>
    run(
      () => take(api.PUT('/api/meetings/{meetingId}/cancellation', { params: { path }, body: { note: why } })),
      () => sayUndo(t('meetings.done.cancelled', { name: meeting.guest.name }), () => void back()),
    )
  return (
    <div className={look.form}>
      <div className={look.buttons}>
        <Button
          variant="subtle"
          aria-expanded={open === 'move'}
          onClick={() => setOpen(open === 'move' ? null : 'move')}
        >
          {t('meetings.drawer.move')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          aria-expanded={open === 'cancel'}
          onClick={() => setOpen(open === 'cancel' ? null : 'cancel')}
        >
          {t('meetings.drawer.cancel')}
        </Button>
      </div>
      {open === null ? null : (
        <>
          {open === 'move' ? <NewTime meeting={meeting} value={to} onChange={setTo} /> : null}
          <TextInput
            label={t(open === 'move' ? 'meetings.drawer.moveWhy' : 'meetings.drawer.cancelWhy')}
            value={why}
            maxLength={500}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button
            w="max-content"
            variant="filled"
            disabled={open === 'move' && to === meeting.startsAt}
            onClick={() => void (open === 'move' ? move() : cancel())}
          >
            {t(open === 'move' ? 'meetings.drawer.moveDo' : 'meetings.drawer.cancelDo')}
          </Button>
        </>
      )}
    </div>
  )
}

type TimeProps = { meeting: Meeting; value: string; onChange: (iso: string) => void }

function NewTime({ meeting, value, onChange }: TimeProps) {
  const [monday, setMonday] = useState(() => mondayOf(undefined, Date.parse(meeting.startsAt)))
  const slots = useQuery(timesQuery(meeting.id, monday.toISOString())).data?.slots
  return <FreeTimes slots={slots} monday={monday} onWeek={setMonday} value={value} onChange={onChange} />
}
