import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import look from './conversations.module.css'
import { localMinute, momentOf } from './local-minute.ts'
import { type Conversation, conversationQuery } from './queries.ts'
import { CALL_KINDS } from './search.ts'
import { guessOf, type SpeakerIs, SpeakerRows } from './speaker-rows.tsx'
import { useVoices } from './use-voices.ts'

type Props = { conversation: Conversation; isOpen: boolean; onClose: () => void }

/** Says anew what a conversation was and whose voices are in it. */
export function CorrectDrawer({ conversation, isOpen, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('conversations.edit')} width={520}>
      {isOpen ? <Form conversation={conversation} onClose={onClose} /> : null}
    </Drawer>
  )
}

function Form({ conversation, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { conversationId } = conversation
  const voices = useVoices({ personId: conversation.personId, name: conversation.personName })
  const [title, setTitle] = useState(conversation.title)
  const [kind, setKind] = useState(conversation.callKind)
  const [when, setWhen] = useState(localMinute(conversation.heldAt))
  const [is, setIs] = useState<SpeakerIs[]>(conversation.speakers.map(guessOf))
  const save = useMutation({
    mutationFn: () =>
      done(
        api.PATCH('/api/conversations/{conversationId}', {
          params: { path: { conversationId } },
          body: {
            ...(title.trim() === '' ? {} : { title: title.trim() }),
            callKind: kind,
            ...(when === localMinute(conversation.heldAt) ? {} : { heldAt: momentOf(when) }),
            ...(conversation.said.length === 0 ? {} : { speakers: is }),
          },
        }),
      ),
    retry: false,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: conversationQuery(conversationId).queryKey })
      void client.invalidateQueries({ queryKey: ['conversations'] })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className={look.form} onSubmit={submit}>
      <TextInput
        label={t('conversations.name')}
        value={title}
        maxLength={200}
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={look.pair}>
        <NativeSelect
          label={t('conversations.kind')}
          value={kind}
          data={CALL_KINDS.map((value) => ({ value, label: t(`conversations.kinds.${value}`) }))}
          onChange={(event) =>
            setKind(CALL_KINDS.find((one) => one === event.currentTarget.value) ?? conversation.callKind)
          }
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
        speakers={conversation.speakers}
        is={is}
        colleagues={voices.colleagues}
        people={voices.people}
        onChange={setIs}
      />
      {save.isError ? <ErrorNote error={save.error} isInline /> : null}
      <Button type="submit" variant="filled" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </form>
  )
}
