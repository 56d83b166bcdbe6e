import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayDone } from '../../ui/toast.ts'
import { houseQuery } from '../messages/messages-query.ts'
import look from './calls.module.css'
import type { Script } from './queries.ts'

const ARROW = /\s*(?:=>|→)\s*/

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The text of a script: what is said, and the message of the house it carries. */
export function ScriptForm({
  script,
  mayWrite,
  onClose,
}: {
  script: Script | null
  mayWrite: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState(script?.name ?? '')
  const [messageId, setMessageId] = useState(script?.messageId ?? null)
  const messages = useQuery(houseQuery).data?.messages ?? []
  const [opening, setOpening] = useState(script?.opening ?? '')
  const [questions, setQuestions] = useState(script?.questions.join('\n') ?? '')
  const [driver, setDriver] = useState(script?.driver ?? '')
  const [proof, setProof] = useState(script?.proof ?? '')
  const [objections, setObjections] = useState(
    script?.objections.map(({ says, answer }) => `${says} => ${answer}`).join('\n') ?? '',
  )
  const save = useMutation({
    mutationFn: async (isArchived: boolean) => {
      const body = {
        name: name.trim(),
        messageId,
        opening: opening.trim(),
        questions: linesOf(questions),
        driver: driver.trim(),
        proof: proof.trim(),
        objections: linesOf(objections).map((line) => {
          const [says = '', ...answer] = line.split(ARROW)
          return { says, answer: answer.join(' ') }
        }),
      }
      if (script === null) await take(api.POST('/api/calls/scripts', { body }))
      else
        await done(
          api.PUT('/api/calls/scripts/{scriptId}', {
            params: { path: { scriptId: script.id } },
            body: { ...body, isArchived },
          }),
        )
    },
    retry: false,
    onSuccess: () => {
      sayDone(t('calls.texts.saved'))
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['calls', 'scripts'] }),
  })
  /** What moves them and what proves it come with the message, where nothing of one's own stands there. */
  const choose = (next: string | null) => {
    setMessageId(next)
    const chosen = messages.find(({ id }) => id === next)
    if (chosen === undefined) return
    if (driver.trim() === '' && chosen.driver !== null) setDriver(chosen.driver)
    if (proof.trim() === '') setProof(chosen.proofs.map(({ text, source }) => `${text} (${source})`).join('\n'))
    if (objections.trim() === '')
      setObjections(chosen.objections.map(({ says, answer }) => `${says} => ${answer}`).join('\n'))
  }
  const area = (
    label: string,
    value: string,
    change: (value: string) => void,
    minRows: number,
    description?: string,
  ) => (
    <Textarea
      label={label}
      {...(description === undefined ? {} : { description })}
      value={value}
      autosize
      minRows={minRows}
      maxLength={8_000}
      readOnly={!mayWrite}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
  return (
    <form
      className={look.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') save.mutate(script?.isArchived ?? false)
      }}
    >
      <TextInput
        label={t('calls.texts.name')}
        value={name}
        required
        maxLength={200}
        data-autofocus
        readOnly={!mayWrite}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('calls.texts.message')}
        description={t(messages.length === 0 ? 'calls.texts.messageNone' : 'calls.texts.messageText')}
        data={messages
          .filter(({ id, approvedAt }) => approvedAt !== null || id === messageId)
          .map(({ id, message, persona }) => ({
            value: id,
            label: persona === null ? message : `${message} (${persona})`,
          }))}
        value={messageId}
        clearable
        searchable
        readOnly={!mayWrite}
        disabled={messages.length === 0}
        onChange={choose}
      />
      {area(t('calls.texts.opening'), opening, setOpening, 3, t('calls.texts.openingText'))}
      {area(t('calls.texts.questions'), questions, setQuestions, 3)}
      {area(t('calls.texts.driver'), driver, setDriver, 2)}
      {area(t('calls.texts.proof'), proof, setProof, 2)}
      {area(t('calls.texts.objections'), objections, setObjections, 3)}
      {save.isError ? <ErrorNote error={save.error} isInline /> : null}
      {mayWrite ? (
        <>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('common.save')}
          </Button>
          {script === null ? null : (
            <Button variant="subtle" onClick={() => save.mutate(!script.isArchived)}>
              {t(script.isArchived ? 'calls.texts.restore' : 'calls.texts.archive')}
            </Button>
          )}
        </>
      ) : null}
    </form>
  )
}
