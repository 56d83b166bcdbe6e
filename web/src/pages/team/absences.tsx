import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { serverNow } from '../../ui/clock.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDate } from '../../ui/say-day.ts'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import { endOfDay, lastDayOf, startOfDay, today } from './absence-days.ts'
import type { UserView } from './queries.ts'
import look from './team.module.css'

type Absence = UserView['absences'][number]

/** Planned absences, and planning one: one's own, or anybody's for managers. */
export function Absences({ user }: { user: UserView }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const me = useSession().user
  const mayPlan = me.role === 'admin' || me.role === 'manager' || (me.id === user.id && me.role !== 'viewer')
  const [isPlanning, setIsPlanning] = useState(false)
  const settled = () => {
    void client.invalidateQueries({ queryKey: ['reroute', user.id] })
    return client.invalidateQueries({ queryKey: ['users'] })
  }
  const plan = useMutation({
    mutationFn: (body: { startsAt: string; endsAt: string; note: string; reroute: boolean }) =>
      take(api.POST('/api/users/{userId}/absences', { params: { path: { userId: user.id } }, body })),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const cancel = useMutation({
    mutationFn: ({ id }: Absence) =>
      done(
        api.DELETE('/api/users/{userId}/absences/{absenceId}', {
          params: { path: { userId: user.id, absenceId: id } },
        }),
      ),
    onSuccess: (_, { startsAt, endsAt, note }) =>
      sayUndo(t('team.absenceCancelled'), () => plan.mutate({ startsAt, endsAt, note, reroute: false })),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const sayRange = (absence: Absence) =>
    t('team.range', {
      from: sayDate(absence.startsAt, i18n.language, 'short'),
      to: sayDate(lastDayOf(absence), i18n.language, 'short'),
    })
  return (
    <section className={look.part}>
      <h3>{t('team.absences')}</h3>
      <ul>
        {user.absences.map((absence) => (
          <li key={absence.id} className={look.absence}>
            <span>
              {sayRange(absence)}
              {absence.note !== '' && <span className="quiet"> · {absence.note}</span>}
            </span>
            {mayPlan && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('team.cancelAbsence', { when: sayRange(absence) })}
                onClick={() => cancel.mutate(absence)}
              >
                <IconTrash size={15} stroke={1.6} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet small">{user.absences.length === 0 ? t('team.absencesNone') : t('team.absencesNote')}</p>
      {isPlanning ? (
        <PlanForm
          isBusy={plan.isPending}
          openLeads={user.openLeads}
          onCancel={() => setIsPlanning(false)}
          onPlan={(body) =>
            plan.mutate(body, {
              onSuccess: () => {
                setIsPlanning(false)
                sayDone(t('team.absencePlanned'))
              },
            })
          }
        />
      ) : (
        <div className={look.buttons}>
          <ReasonedButton why={mayPlan ? null : t('team.cannotPlan')} onClick={() => setIsPlanning(true)}>
            {t('team.planAbsence')}
          </ReasonedButton>
        </div>
      )}
    </section>
  )
}

type PlanProps = {
  isBusy: boolean
  openLeads: number
  onCancel: () => void
  onPlan: (body: { startsAt: string; endsAt: string; note: string; reroute: boolean }) => void
}

function PlanForm({ isBusy, openLeads, onCancel, onPlan }: PlanProps) {
  const { t } = useTranslation()
  const [from, setFrom] = useState(() => today(serverNow()))
  const [to, setTo] = useState(from)
  const [note, setNote] = useState('')
  const [reroute, setReroute] = useState(false)
  const isBackwards = to < from
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBackwards && from !== '' && to !== '')
      onPlan({ startsAt: startOfDay(from), endsAt: endOfDay(to), note: note.trim(), reroute })
  }
  const changeFrom = (next: string) => {
    setFrom(next)
    if (to < next) setTo(next)
  }
  return (
    <form className={look.form} onSubmit={submit}>
      <div className={look.pair}>
        <TextInput
          type="date"
          label={t('team.absenceFrom')}
          required
          value={from}
          onChange={(event) => changeFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('team.absenceTo')}
          required
          value={to}
          error={isBackwards ? t('team.absenceBackwards') : undefined}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label={t('team.absenceNote')}
        placeholder={t('team.absenceNotePlaceholder')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Checkbox
        label={t('team.absenceHandOn')}
        description={
          openLeads === 0
            ? t('team.handOnNothing')
            : t(reroute ? 'team.absenceHandOnNote' : 'team.absenceKeep', { count: openLeads })
        }
        checked={reroute}
        onChange={(event) => setReroute(event.currentTarget.checked)}
      />
      <div className={look.buttons}>
        <Button type="submit" variant="filled" loading={isBusy} disabled={isBackwards}>
          {t('team.planAbsence')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('team.cancel')}
        </Button>
      </div>
    </form>
  )
}
