import { Button, MultiSelect, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { needTopicsQuery } from '../../api/needs-query.ts'
import type { Schemas } from '../../api/types.ts'
import { sayReason } from '../../story/say-reason.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './needs-page.module.css'

type Topic = Schemas['NeedTopic']
type Props = { topic: Topic | null; isFixed: boolean; onClose: () => void }

const REASONS = [
  'price',
  'no budget',
  'no decision',
  'chose a competitor',
  'bad timing',
  'a function is missing',
  'the sponsor left',
  'slow response',
]

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A key for a name: small letters and hyphens. */
function keyOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}

/** A need of the catalogue: its names, the pages on which it is read about, the words that give it away. */
export function TopicEditor({ topic, isFixed, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [en, setEn] = useState(topic?.names.en ?? '')
  const [fr, setFr] = useState(topic?.names.fr ?? '')
  const [pages, setPages] = useState(topic?.pages.join('\n') ?? '')
  const [phrases, setPhrases] = useState<Record<string, string>>({
    en: topic?.phrases.en?.join('\n') ?? '',
    fr: topic?.phrases.fr?.join('\n') ?? '',
  })
  const [lostReasons, setLostReasons] = useState<string[]>(topic?.lostReasons ?? [])
  const [isActive, setIsActive] = useState(topic?.isActive ?? true)
  const key = topic?.topic ?? keyOf(en.trim() === '' ? fr : en)
  const after = () => client.invalidateQueries({ queryKey: needTopicsQuery.queryKey })
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/needs/topics/{topic}', {
          params: { path: { topic: key } },
          body: {
            names: {
              ...(en.trim() === '' ? {} : { en: en.trim() }),
              ...(fr.trim() === '' ? {} : { fr: fr.trim() }),
            },
            pages: linesOf(pages),
            phrases: {
              ...topic?.phrases,
              ...Object.fromEntries(Object.entries(phrases).map(([language, text]) => [language, linesOf(text)])),
            },
            lostReasons,
            isActive,
          },
        }),
      ),
    onSuccess: () => {
      sayDone(t('needs.saved'))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: after,
  })
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/needs/topics/{topic}', { params: { path: { topic: key } } })),
    onSuccess: () => {
      sayDone(t('needs.removed'))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: after,
  })
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={topic === null ? t('needs.add') : t('needs.edit')}
      footer={
        isFixed ? undefined : (
          <>
            {topic === null ? null : (
              <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate()}>
                {t('needs.remove')}
              </Button>
            )}
            <Button variant="filled" disabled={key === ''} loading={save.isPending} onClick={() => save.mutate()}>
              {t('needs.save')}
            </Button>
          </>
        )
      }
    >
      <fieldset className={look.form} disabled={isFixed}>
        <TextInput
          label={t('needs.nameEn')}
          value={en}
          onChange={(event) => setEn(event.currentTarget.value)}
          maxLength={120}
          data-autofocus
        />
        <TextInput
          label={t('needs.nameFr')}
          value={fr}
          onChange={(event) => setFr(event.currentTarget.value)}
          maxLength={120}
        />
        <Textarea
          label={t('needs.pages')}
          description={t('needs.pagesNote')}
          value={pages}
          onChange={(event) => setPages(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        {(['en', 'fr'] as const).map((language) => (
          <Textarea
            key={language}
            label={t(`needs.phrases.${language}`)}
            description={t('needs.phrasesNote')}
            value={phrases[language] ?? ''}
            onChange={(event) => setPhrases({ ...phrases, [language]: event.currentTarget.value })}
            autosize
            minRows={2}
          />
        ))}
        <MultiSelect
          label={t('needs.lostReasons')}
          description={t('needs.lostReasonsNote')}
          value={lostReasons}
          onChange={setLostReasons}
          data={[...new Set([...REASONS, ...lostReasons])].map((value) => ({ value, label: sayReason(value, t) }))}
        />
        <Switch
          label={t('needs.isActive')}
          checked={isActive}
          onChange={(event) => setIsActive(event.currentTarget.checked)}
        />
      </fieldset>
    </Drawer>
  )
}
