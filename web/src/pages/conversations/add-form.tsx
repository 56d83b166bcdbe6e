import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone } from '../../ui/toast.ts'
import look from './conversations.module.css'
import { localMinute, momentOf } from './local-minute.ts'
import { addTranscript, type Previewed, previewTranscript } from './queries.ts'
import { sayLength } from './say-length.ts'
import { CALL_KINDS, type CallKind } from './search.ts'
import { guessOf, type SpeakerIs, SpeakerRows } from './speaker-rows.tsx'
import { useVoices } from './use-voices.ts'

type Props = { person: { personId: string; name: string }; onClose: () => void }

/** Takes a transcript, shows what it holds and who may be speaking, and adds it. */
export function AddForm({ person, onClose }: Props) {
  const [file, setFile] = useState<File | null>(null)
  const preview = useMutation({
    mutationFn: (chosen: File) => previewTranscript(chosen, person.personId),
    retry: false,
  })
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return
    setFile(chosen)
    preview.mutate(chosen)
  }
  return (
    <div className={look.form}>
      <Drop onFile={choose} isReading={preview.isPending} name={file?.name ?? null} />
      {preview.isError ? <ErrorNote error={preview.error} isInline /> : null}
      {preview.data === undefined || file === null ? null : (
        <Found
          key={`${file.name} ${file.lastModified}`}
          file={file}
          found={preview.data.conversations}
          person={person}
          onClose={onClose}
        />
      )}
    </div>
  )
}

function Drop({
  onFile,
  isReading,
  name,
}: {
  onFile: (file: File | undefined) => void
  isReading: boolean
  name: string | null
}) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    <section
      className={look.drop}
      data-over={isOver || undefined}
      aria-label={t('conversations.file')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{isReading ? t('conversations.reading') : (name ?? t('conversations.drop'))}</p>
      <input
        ref={input}
        type="file"
        accept=".vtt,.srt,.txt,.json,.rttm"
        className="hidden-words"
        tabIndex={-1}
        aria-label={t('conversations.choose')}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Button variant={name === null ? 'filled' : 'default'} onClick={() => input.current?.click()}>
        {t('conversations.choose')}
      </Button>
    </section>
  )
}

function Found({ file, found, person, onClose }: Props & { file: File; found: readonly Previewed[] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const voices = useVoices(person)
  const [place, setPlace] = useState(1)
  const one = found.find((each) => each.place === place) ?? found[0]
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<CallKind>('other')
  const [when, setWhen] = useState(localMinute(new Date(Math.min(Date.now(), file.lastModified)).toISOString()))
  const [is, setIs] = useState<SpeakerIs[]>(one?.speakers.map(guessOf) ?? [])
  const save = useMutation({
    mutationFn: () =>
      addTranscript(file, person.personId, {
        place,
        callKind: kind,
        title: title.trim(),
        heldAt: when === '' ? null : momentOf(when),
        speakers: is,
      }),
    retry: false,
    onSuccess: async ({ conversationId, isNew }) => {
      sayDone(t(isNew ? 'conversations.saved' : 'conversations.known'))
      void client.invalidateQueries({ queryKey: ['conversations'] })
      void client.invalidateQueries({ queryKey: ['lead', person.personId] })
      onClose()
      await navigate({ to: paths.conversation, params: { conversationId } })
    },
  })
  if (one === undefined) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className={look.form} onSubmit={submit}>
      {found.length === 1 ? null : (
        <NativeSelect
          label={t('conversations.which')}
          description={t('conversations.several', { count: found.length })}
          value={String(place)}
          data={found.map((each) => ({
            value: String(each.place),
            label: `${each.place} · ${each.id ?? each.speakers.map(({ name, key }) => name ?? key).join(', ')} · ${sayLength(each.durationMs)}`,
          }))}
          onChange={(event) => {
            const next = Number(event.currentTarget.value)
            setPlace(next)
            setIs(found.find((each) => each.place === next)?.speakers.map(guessOf) ?? [])
          }}
        />
      )}
      <p className="quiet small">
        {[
          one.source,
          one.kind === 'call' ? sayLength(one.durationMs) : null,
          `${one.words} ${t('conversations.figures.words').toLowerCase()}`,
          one.issues.length === 0 ? null : t('conversations.issues', { count: one.issues.length }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <TextInput
        label={t('conversations.name')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={look.pair}>
        <NativeSelect
          label={t('conversations.kind')}
          value={kind}
          data={CALL_KINDS.map((value) => ({ value, label: t(`conversations.kinds.${value}`) }))}
          onChange={(event) => setKind(CALL_KINDS.find((each) => each === event.currentTarget.value) ?? 'other')}
        />
        <TextInput
          type="datetime-local"
          label={t('conversations.when')}
          value={when}
          required
          onChange={(event) => setWhen(event.currentTarget.value)}
        />
      </div>
      <h3>{t('conversations.speakers')}</h3>
      <SpeakerRows
        speakers={one.speakers}
        is={is}
        colleagues={voices.colleagues}
        people={voices.people}
        onChange={setIs}
      />
      {save.isError ? <ErrorNote error={save.error} isInline /> : null}
      <Button type="submit" variant="filled" loading={save.isPending}>
        {t('conversations.save')}
      </Button>
    </form>
  )
}
