import { ActionIcon, Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { sayDone } from '../../ui/toast.ts'
import look from './conversations.module.css'
import { type PhraseLists, phraseListsQuery } from './queries.ts'
import { PHRASE_KINDS } from './search.ts'

/** What is listened for: competitors, messages, needs, by every way of saying them. */
export function ListsDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const query = useQuery(phraseListsQuery)
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('conversations.listen')} width={560}>
      <Loaded query={query}>{({ lists }) => <Form lists={lists} onClose={onClose} />}</Loaded>
    </Drawer>
  )
}

type Edited = PhraseLists[number] & { id: number; text: string }

function Form({ lists, onClose }: { lists: PhraseLists; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [edited, setEdited] = useState<Edited[]>(
    lists.map((list, id) => ({ ...list, id, text: list.phrases.join('\n') })),
  )
  const set = (id: number, change: Partial<Edited>) =>
    setEdited((before) => before.map((one) => (one.id === id ? { ...one, ...change } : one)))
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/phrase-lists', {
          body: {
            lists: edited.map(({ kind, name, text }) => ({
              kind,
              name: name.trim(),
              phrases: [name, ...text.split('\n')]
                .map((line) => line.trim())
                .filter((line, at, all) => line !== '' && all.indexOf(line) === at),
            })),
          },
        }),
      ),
    retry: false,
    onSuccess: ({ conversations }) => {
      sayDone(t('conversations.lists.saved', { count: conversations }))
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
      <p className="quiet">{t('conversations.lists.intro')}</p>
      {edited.length === 0 ? <p className="quiet">{t('conversations.lists.none')}</p> : null}
      {edited.map((one) => (
        <div key={one.id} className={look.listForm}>
          <div className={look.listHead}>
            <NativeSelect
              aria-label={t('conversations.kind')}
              value={one.kind}
              data={PHRASE_KINDS.map((value) => ({ value, label: t(`conversations.heard.kinds.${value}`) }))}
              onChange={(event) =>
                set(one.id, { kind: PHRASE_KINDS.find((kind) => kind === event.currentTarget.value) ?? one.kind })
              }
            />
            <TextInput
              aria-label={t('conversations.lists.name')}
              placeholder={t('conversations.lists.name')}
              value={one.name}
              required
              maxLength={200}
              onChange={(event) => set(one.id, { name: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              aria-label={t('conversations.lists.remove', { name: one.name })}
              onClick={() => setEdited((before) => before.filter(({ id }) => id !== one.id))}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </div>
          <Textarea
            aria-label={t('conversations.lists.phrases')}
            placeholder={t('conversations.lists.phrases')}
            value={one.text}
            autosize
            minRows={2}
            maxRows={8}
            onChange={(event) => set(one.id, { text: event.currentTarget.value })}
          />
        </div>
      ))}
      <Button
        variant="subtle"
        onClick={() =>
          setEdited((before) => [
            ...before,
            { kind: 'competitor', name: '', phrases: [], text: '', id: Math.max(0, ...before.map(({ id }) => id)) + 1 },
          ])
        }
      >
        {t('conversations.lists.add')}
      </Button>
      {save.isError ? <ErrorNote error={save.error} isInline /> : null}
      <Button type="submit" variant="filled" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </form>
  )
}
