import { Button, Checkbox, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { type Website, websiteQuery } from './queries.ts'
import look from './website.module.css'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Whose visits are counted and not stored, and which mailboxes name nobody. */
export function Filters({ settings }: { settings: Website['settings'] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [networks, setNetworks] = useState(settings.staffNetworks.join('\n'))
  const [mailboxes, setMailboxes] = useState(settings.sharedMailboxes.join('\n'))
  const [countsBots, setCountsBots] = useState(settings.countsBots)
  const save = useMutation({
    mutationFn: () =>
      done(
        api.PUT('/api/website/settings', {
          body: { staffNetworks: linesOf(networks), sharedMailboxes: linesOf(mailboxes), countsBots },
        }),
      ),
    onSuccess: () => sayDone(t('website.saved')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: websiteQuery.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit} className={look.snippet}>
      <p className="quiet">
        {t('website.staffLink')} <code>?ensemble=staff</code>
      </p>
      <Textarea
        label={t('website.networks')}
        description={t('website.networksText')}
        placeholder="203.0.113.0/24"
        autosize
        minRows={2}
        value={networks}
        onChange={(event) => setNetworks(event.currentTarget.value)}
      />
      <Textarea
        label={t('website.mailboxes')}
        description={t('website.mailboxesText')}
        placeholder="reception@"
        autosize
        minRows={2}
        value={mailboxes}
        onChange={(event) => setMailboxes(event.currentTarget.value)}
      />
      <Checkbox
        label={t('website.countsBots')}
        checked={countsBots}
        onChange={(event) => setCountsBots(event.currentTarget.checked)}
      />
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('website.save')}
        </Button>
      </div>
    </form>
  )
}
