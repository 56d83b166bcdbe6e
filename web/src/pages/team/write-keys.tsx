import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/page.tsx'
import { sayDate } from '../../ui/say-day.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { type WriteKey, writeKeysQuery } from './queries.ts'
import look from './team.module.css'
import { curlExample, siteSnippet } from './tracking-snippet.ts'

/** Keys with which a site sends what visitors do, each with what to paste. */
export function WriteKeys() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const keys = useQuery(writeKeysQuery)
  const [name, setName] = useState('')
  const settled = () => client.invalidateQueries({ queryKey: writeKeysQuery.queryKey })
  const add = useMutation({
    mutationFn: () => take(api.POST('/api/write-keys', { body: { name: name.trim() } })),
    onSuccess: () => setName(''),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') add.mutate()
  }
  return (
    <Section title={t('team.keys')}>
      <p className={look.keysNote}>{t('team.keysNote')}</p>
      <Loaded query={keys}>
        {(data) =>
          data.keys.length === 0 ? (
            <p className="quiet">{t('team.keysNone')}</p>
          ) : (
            <ul>
              {data.keys.map((key) => (
                <KeyRow key={key.id} writeKey={key} onSettled={settled} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <form onSubmit={submit} className={look.inlineForm}>
        <TextInput
          label={t('team.keyName')}
          placeholder={t('team.keyNamePlaceholder')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={add.isPending} disabled={name.trim() === ''}>
          {t('team.addKey')}
        </Button>
      </form>
    </Section>
  )
}

function KeyRow({ writeKey, onSettled }: { writeKey: WriteKey; onSettled: () => void }) {
  const { t, i18n } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const isRevoked = writeKey.revokedAt !== null
  const revoke = useMutation({
    mutationFn: () => done(api.DELETE('/api/write-keys/{keyId}', { params: { path: { keyId: writeKey.id } } })),
    onSuccess: () => sayDone(t('team.keyRevoked')),
    onError: (error) => sayRefused(error),
    onSettled,
  })
  return (
    <li className={look.key} data-revoked={isRevoked || undefined}>
      <span className={look.personName}>{writeKey.name}</span>
      <code className={look.keyText}>{writeKey.writeKey}</code>
      <span className="quiet small">
        {t(isRevoked ? 'team.revoked' : 'team.created', {
          when: sayDate(writeKey.revokedAt ?? writeKey.createdAt, i18n.language, 'short'),
        })}
      </span>
      {!isRevoked && (
        <span className={look.buttons}>
          <CopyButton text={writeKey.writeKey} label={t('team.copy')} copied={t('team.copied')} variant="subtle" />
          <Button variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('team.howTo')}
          </Button>
          <Button
            variant="subtle"
            title={t('team.revokeText')}
            loading={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            {t('team.revoke')}
          </Button>
        </span>
      )}
      {isOpen && !isRevoked && (
        <div className={look.snippets}>
          <Snippet title={t('team.snippet')} text={siteSnippet(window.location.origin, writeKey.writeKey)} />
          <Snippet title={t('team.snippetTest')} text={curlExample(window.location.origin, writeKey.writeKey)} />
        </div>
      )}
    </li>
  )
}

function Snippet({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation()
  return (
    <figure className={look.snippet}>
      <figcaption>
        {title}
        <CopyButton text={text} label={t('team.copy')} copied={t('team.copied')} variant="subtle" />
      </figcaption>
      <pre>{text}</pre>
    </figure>
  )
}
