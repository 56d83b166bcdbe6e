import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../api/client.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { sayDone } from '../ui/toast.ts'
import look from './incoming.module.css'

/** Who called from a number nobody is known by: somebody new, or somebody who is found. */
export function WhoIsIt({ callId, onDone }: { callId: string; onDone: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [company, setCompany] = useState('')
  const [asked, setAsked] = useState('')
  const [settled] = useDebouncedValue(asked.trim(), 250)
  const found = useQuery({
    queryKey: ['search', settled, 'who called'],
    queryFn: ({ signal }) => take(api.GET('/api/search', { params: { query: { q: settled, limit: 5 } }, signal })),
    enabled: settled.length > 1,
    placeholderData: keepPreviousData,
  }).data?.people
  const attach = useMutation({
    mutationFn: (body: { personId: string } | { name: string; company?: string }) =>
      take(api.POST('/api/calls/incoming/{callId}/person', { params: { path: { callId } }, body })),
    onSuccess: () => {
      sayDone(t('calls.incoming.attached'))
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['calls'] }),
  })
  return (
    <form
      className={look.who}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        attach.mutate({ name: name.trim(), ...(company.trim() === '' ? {} : { company: company.trim() }) })
      }}
    >
      <div className={look.whoRow}>
        <TextInput
          size="xs"
          label={t('calls.incoming.name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t('calls.incoming.company')}
          value={company}
          maxLength={200}
          onChange={(event) => setCompany(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={name.trim() === ''} loading={attach.isPending}>
          {t('calls.incoming.create')}
        </Button>
      </div>
      <TextInput
        size="xs"
        label={t('calls.incoming.find')}
        value={asked}
        maxLength={200}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      {settled.length > 1 && found !== undefined ? (
        <ul className={look.found}>
          {found.length === 0 ? <li className="quiet small">{t('calls.incoming.nobodyFound')}</li> : null}
          {found.map((person) => (
            <li key={person.personId}>
              <button type="button" onClick={() => attach.mutate({ personId: person.personId })}>
                <b>{person.name}</b>
                {person.company === null ? null : <span className="quiet"> · {person.company}</span>}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {attach.isError ? <ErrorNote error={attach.error} isInline /> : null}
    </form>
  )
}
