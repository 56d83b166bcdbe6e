import { Button, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import type { Answered } from '../../api/types.ts'
import { usersQuery } from '../../story/use-names.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './networking.module.css'
import { PersonPicker } from './person-picker.tsx'
import type { EventView } from './queries.ts'

type Preview = Answered<'previewEventGuests'>

/** Guests by hand, from a file or pasted: read, looked at, and only then noted. */
export function AddGuests({ event, onDone }: { event: EventView; onDone: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useSession().user
  const input = useRef<HTMLInputElement>(null)
  const [personId, setPersonId] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [metBy, setMetBy] = useState<string | null>(event.staff.some(({ id }) => id === me.id) ? me.id : null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const users = useQuery(usersQuery).data?.users ?? []
  const wanted = preview?.guests.filter(({ status }) => status === 'new' || status === 'known') ?? []
  const read = useMutation({
    mutationFn: (list: string) => take(api.POST('/api/networking/guests/preview', { body: { text: list } })),
    onSuccess: setPreview,
    onError: (error) => sayRefused(error),
  })
  const add = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/networking/events/{eventId}/guests', {
          params: { path: { eventId: event.id } },
          body: { cards: wanted.map(({ card }) => card), personIds: personId === null ? [] : [personId], metBy },
        }),
      ),
    onSuccess: ({ made, known }) => {
      sayDone(t('networking.event.added', { made, known }))
      onDone()
    },
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['networking'] }),
  })
  return (
    <section className={look.panel} aria-label={t('networking.event.addGuests')}>
      {preview === null ? (
        <>
          <PersonPicker label={t('networking.event.known')} value={personId} onChange={setPersonId} isOptional />
          <Textarea
            label={t('networking.event.paste')}
            description={t('networking.event.pasteText')}
            placeholder={t('networking.event.pasteSample')}
            autosize
            minRows={3}
            maxRows={10}
            value={text}
            onChange={(change) => setText(change.currentTarget.value)}
          />
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,.tsv,.vcf,text/csv,text/plain,text/vcard"
            className="hidden-words"
            tabIndex={-1}
            aria-label={t('networking.event.file')}
            onChange={(change) => {
              const [file] = change.currentTarget.files ?? []
              if (file !== undefined) void file.text().then((list) => read.mutate(list))
            }}
          />
        </>
      ) : (
        <Read preview={preview} />
      )}
      <Select
        label={t('networking.event.metBy')}
        description={t('networking.event.metByText')}
        data={users.filter((user) => user.isActive).map((user) => ({ value: user.id, label: user.name }))}
        value={metBy}
        clearable
        searchable
        onChange={setMetBy}
      />
      <div className={look.buttons}>
        {preview === null && personId === null ? (
          <>
            <Button
              variant="filled"
              disabled={text.trim() === ''}
              loading={read.isPending}
              onClick={() => read.mutate(text)}
            >
              {t('networking.cards.read')}
            </Button>
            <Button onClick={() => input.current?.click()}>{t('networking.event.file')}</Button>
          </>
        ) : (
          <Button
            variant="filled"
            loading={add.isPending}
            disabled={wanted.length === 0 && personId === null}
            onClick={() => add.mutate()}
          >
            {t('networking.event.doAdd', { count: wanted.length + (personId === null ? 0 : 1) })}
          </Button>
        )}
        <Button variant="subtle" onClick={preview === null ? onDone : () => setPreview(null)}>
          {preview === null ? t('common.cancel') : t('networking.cards.clear')}
        </Button>
      </div>
    </section>
  )
}

function Read({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  return (
    <>
      {preview.refused.map(({ line, what, mend }) => (
        <p key={`${line} ${what}`} className="small" role="alert">
          {t('networking.cards.refused', { line, what, mend })}
        </p>
      ))}
      <div className={look.tall}>
        <table className={look.table} aria-label={t('networking.event.guests')}>
          <thead>
            <tr>
              <th scope="col">{t('networking.cards.person')}</th>
              <th scope="col">{t('networking.cards.company')}</th>
              <th scope="col">{t('networking.cards.reach')}</th>
              <th scope="col">{t('networking.cards.state')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.guests.map(({ card, status, person, line }) => (
              <tr key={line}>
                <td>{card.name}</td>
                <td>{[card.title, card.company].filter((one) => one !== '').join(', ')}</td>
                <td>{[...card.emails.slice(0, 1), ...card.phones.slice(0, 1)].join(' · ')}</td>
                <td className="quiet">{t(`networking.cards.status.${status}`, { name: person?.name ?? '' })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
