import { ActionIcon, Autocomplete, Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { needTopicsQuery } from '../../api/needs-query.ts'
import { useIsRole, useSession } from '../../api/session.ts'
import { sayStage } from '../../story/say-stage.ts'
import { usersQuery } from '../../story/use-names.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { type Cell, keyOfGap } from './house-grid.tsx'
import { MessageVersions } from './message-versions.tsx'
import look from './messages.module.css'
import { type House, type Message, STAGES } from './messages-query.ts'
import { type ProofDraft, ProofFields } from './proof-fields.tsx'

type Props = {
  house: House
  /** Null writes a new one. */
  message: Message | null
  cell: Cell | null
  persona: string | null
  language: string | null
  onClose: () => void
}

const MOST_WORDS = 25
const DRIVERS = ['fear', 'aspiration', 'status', 'belonging', 'relief', 'pride', 'curiosity'] as const

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** A message with all that belongs to it. Another version must be approved again. */
export function MessageEditor({ house, message, cell, persona, language, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const { user } = useSession()
  const mayWrite = useIsRole('admin', 'manager', 'marketer', 'seller')
  const mayApprove = useIsRole('admin', 'manager', 'marketer')
  const users = (useQuery(usersQuery).data?.users ?? []).filter((one) => one.isActive)
  const topics = useQuery(needTopicsQuery).data?.topics ?? []
  const [draft, setDraft] = useState({
    pillarId: message?.pillarId ?? cell?.pillarId ?? house.pillars[0]?.id ?? '',
    persona: message === null ? (persona ?? '') : (message.persona ?? ''),
    stage: message === null ? (cell?.stage ?? null) : message.stage,
    language: message === null ? (language ?? '') : (message.language ?? ''),
    topic: message?.topic ?? '',
    driver: message?.driver ?? '',
    message: message?.message ?? '',
    ownerId: message === null ? user.id : (message.owner?.id ?? ''),
  })
  const [proofs, setProofs] = useState<readonly ProofDraft[]>(message?.proofs ?? [])
  const [objections, setObjections] = useState<readonly { says: string; answer: string }[]>(message?.objections ?? [])
  const set = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more })
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const content = {
    ...draft,
    persona: orNull(draft.persona),
    language: orNull(draft.language),
    topic: orNull(draft.topic),
    driver: orNull(draft.driver),
    message: draft.message.trim(),
    ownerId: orNull(draft.ownerId),
    proofs: proofs.filter((proof) => proof.text.trim() !== '' && proof.source.trim() !== ''),
    objections: objections.filter((one) => one.says.trim() !== '' && one.answer.trim() !== ''),
  }
  const after = () => client.invalidateQueries({ queryKey: ['messages'] })
  const save = useMutation({
    mutationFn: () =>
      message === null
        ? take(api.POST('/api/messages', { body: content }))
        : take(
            api.PUT('/api/messages/{messageId}', {
              params: { path: { messageId: message.id } },
              body: { ...content, version: message.version },
            }),
          ),
    onSuccess: ({ version }) => {
      sayDone(t('messages.written', { version }))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: after,
  })
  const approve = useMutation({
    mutationFn: (one: Message) =>
      done(
        api.POST('/api/messages/{messageId}/approval', {
          params: { path: { messageId: one.id } },
          body: { version: one.version },
        }),
      ),
    onSuccess: () => {
      sayDone(t('messages.approved'))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: after,
  })
  const archive = useMutation({
    mutationFn: (id: string) => done(api.DELETE('/api/messages/{messageId}', { params: { path: { messageId: id } } })),
    onSuccess: () => {
      sayDone(t('messages.archived'))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: after,
  })
  const words = countWords(draft.message)
  const isReady = draft.message.trim() !== '' && words <= MOST_WORDS && draft.pillarId !== ''
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={message === null ? t('messages.write') : t('messages.version', { version: message.version })}
      width={560}
      footer={
        mayWrite ? (
          <>
            {message === null ? null : (
              <Button variant="subtle" loading={archive.isPending} onClick={() => archive.mutate(message.id)}>
                {t('messages.archive')}
              </Button>
            )}
            {message !== null && message.approvedAt === null && mayApprove ? (
              <Button loading={approve.isPending} onClick={() => approve.mutate(message)}>
                {t('messages.approve')}
              </Button>
            ) : null}
            <Button variant="filled" disabled={!isReady} loading={save.isPending} onClick={() => save.mutate()}>
              {t('messages.save')}
            </Button>
          </>
        ) : undefined
      }
    >
      <fieldset className={look.form} disabled={!mayWrite}>
        {message === null || message.gaps.length === 0 ? null : (
          <ul className={look.why}>
            {message.gaps.map((gap) => (
              <li key={gap}>
                <b>{t(`messages.gap.${keyOfGap(gap)}`)}</b>: {t(`messages.gapWhy.${keyOfGap(gap)}`)}
              </li>
            ))}
          </ul>
        )}
        <Textarea
          label={t('messages.message')}
          description={t('messages.words', { count: words, most: MOST_WORDS })}
          error={words > MOST_WORDS ? t('messages.tooLong') : undefined}
          value={draft.message}
          onChange={(event) => set({ message: event.currentTarget.value })}
          autosize
          minRows={2}
          maxLength={400}
          data-autofocus
        />
        <Autocomplete
          label={t('messages.driver')}
          description={t('messages.driverNote')}
          value={draft.driver}
          onChange={(driver) => set({ driver })}
          data={DRIVERS.map((one) => t(`messages.drivers.${one}`))}
          maxLength={200}
        />
        <ProofFields proofs={proofs} onChange={setProofs} />
        <fieldset className={look.rows}>
          <legend>{t('messages.objections')}</legend>
          {objections.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: objections have no name of their own while they are written
            <div key={at} className={look.objection}>
              <TextInput
                label={t('messages.says')}
                value={one.says}
                onChange={(event) => setObjections(objections.with(at, { ...one, says: event.currentTarget.value }))}
                maxLength={300}
              />
              <TextInput
                label={t('messages.answer')}
                value={one.answer}
                onChange={(event) => setObjections(objections.with(at, { ...one, answer: event.currentTarget.value }))}
                maxLength={500}
              />
              <ActionIcon
                variant="subtle"
                size={36}
                aria-label={t('messages.remove', { name: one.says })}
                onClick={() => setObjections(objections.toSpliced(at, 1))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <Button
            variant="subtle"
            disabled={objections.length >= 10}
            onClick={() => setObjections([...objections, { says: '', answer: '' }])}
          >
            {t('messages.addObjection')}
          </Button>
        </fieldset>
        <div className={look.pair}>
          <NativeSelect
            label={t('messages.pillar')}
            value={draft.pillarId}
            onChange={(event) => set({ pillarId: event.currentTarget.value })}
            data={house.pillars.map((one) => ({ value: one.id, label: one.name }))}
          />
          <NativeSelect
            label={t('messages.stage')}
            value={draft.stage ?? ''}
            onChange={(event) => set({ stage: STAGES.find((one) => one === event.currentTarget.value) ?? null })}
            data={[
              { value: '', label: t('messages.anyStage') },
              ...STAGES.map((one) => ({ value: one, label: sayStage(one, t) })),
            ]}
          />
          <Autocomplete
            label={t('messages.persona')}
            placeholder={t('messages.anyPersona')}
            value={draft.persona}
            onChange={(next) => set({ persona: next })}
            data={house.personas}
            maxLength={100}
          />
          <NativeSelect
            label={t('messages.language')}
            value={draft.language}
            onChange={(event) => set({ language: event.currentTarget.value })}
            data={[
              { value: '', label: t('messages.anyLanguage') },
              ...[...new Set(['en', 'fr', 'de', 'es', 'it', 'nl', 'pt', draft.language])].filter((one) => one !== ''),
            ]}
          />
          <NativeSelect
            label={t('messages.topic')}
            value={draft.topic}
            onChange={(event) => set({ topic: event.currentTarget.value })}
            data={[
              { value: '', label: t('messages.noTopic') },
              ...topics.map((one) => ({
                value: one.topic,
                label: (i18n.language === 'fr' ? one.names.fr : one.names.en) ?? one.names.en ?? one.topic,
              })),
            ]}
          />
          <NativeSelect
            label={t('messages.owner')}
            value={draft.ownerId}
            onChange={(event) => set({ ownerId: event.currentTarget.value })}
            data={[
              { value: '', label: t('messages.noOwner') },
              ...users.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        </div>
      </fieldset>
      {message === null ? null : <MessageVersions message={message} />}
    </Drawer>
  )
}
