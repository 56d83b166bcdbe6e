import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { usersQuery } from '../../story/use-names.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone } from '../../ui/toast.ts'
import look from './networking.module.css'
import { type EventView, homesQuery } from './queries.ts'

type Props = { event: EventView | null; onSaved: (event: EventView) => void }

/** What an event is: its days, its place, the campaign it belongs to, and who of us is there. */
export function EventForm({ event, onSaved }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState(event?.name ?? '')
  const [startsOn, setStartsOn] = useState(event?.startsOn ?? '')
  const [endsOn, setEndsOn] = useState(event?.endsOn ?? '')
  const [place, setPlace] = useState(event?.place ?? '')
  const [partOf, setPartOf] = useState(event?.partOf?.id ?? null)
  const [note, setNote] = useState(event?.note ?? '')
  const [staffIds, setStaffIds] = useState(event?.staff.map(({ id }) => id) ?? [])
  const users = useQuery(usersQuery).data?.users ?? []
  const campaigns = useQuery(homesQuery).data?.campaigns ?? []
  const body = {
    name: name.trim(),
    startsOn: startsOn === '' ? null : startsOn,
    endsOn: endsOn === '' ? null : endsOn,
    place: place.trim(),
    partOf,
    note: note.trim(),
    staffIds,
  }
  const save = useMutation({
    mutationFn: () =>
      event === null
        ? take(api.POST('/api/networking/events', { body }))
        : take(api.PUT('/api/networking/events/{eventId}', { params: { path: { eventId: event.id } }, body })),
    onSuccess: (saved) => {
      sayDone(t('networking.event.saved'))
      onSaved(saved)
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['networking'] })
      void client.invalidateQueries({ queryKey: ['campaigns'] })
    },
  })
  return (
    <form
      className={look.form}
      onSubmit={(submit) => {
        submit.preventDefault()
        if (body.name !== '') save.mutate()
      }}
    >
      <TextInput
        label={t('networking.event.name')}
        value={name}
        required
        maxLength={200}
        data-autofocus
        onChange={(change) => setName(change.currentTarget.value)}
      />
      <div className={look.fromTo}>
        <TextInput
          type="date"
          label={t('networking.event.from')}
          value={startsOn}
          onChange={(change) => setStartsOn(change.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('networking.event.to')}
          value={endsOn}
          min={startsOn}
          onChange={(change) => setEndsOn(change.currentTarget.value)}
        />
      </div>
      <TextInput
        label={t('networking.event.place')}
        value={place}
        maxLength={200}
        onChange={(change) => setPlace(change.currentTarget.value)}
      />
      <Select
        label={t('networking.event.partOf')}
        description={t('networking.event.partOfText')}
        data={campaigns.filter(({ id }) => id !== event?.id).map((one) => ({ value: one.id, label: one.name }))}
        value={partOf}
        clearable
        searchable
        onChange={setPartOf}
      />
      <MultiSelect
        label={t('networking.event.staff')}
        data={users
          .filter((user) => user.isActive || staffIds.includes(user.id))
          .map((user) => ({ value: user.id, label: user.name }))}
        value={staffIds}
        searchable
        clearable
        onChange={setStaffIds}
      />
      <Textarea
        label={t('networking.event.note')}
        value={note}
        maxLength={2_000}
        autosize
        minRows={2}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
      {save.isError ? <ErrorNote error={save.error} isInline /> : null}
      <Button type="submit" variant="filled" w="max-content" loading={save.isPending} disabled={body.name === ''}>
        {t('networking.cards.save')}
      </Button>
    </form>
  )
}
