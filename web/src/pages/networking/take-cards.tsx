import { Button, Select, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'
import { Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './networking.module.css'
import { eventsQuery } from './queries.ts'

type Preview = Answered<'previewCards'>

async function asBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}

/** Cards from a file or pasted: read, looked at, and only then taken in. */
export function TakeCards() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [previews, setPreviews] = useState<Preview[]>([])
  const [event, setEvent] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const events = useQuery(eventsQuery).data?.events ?? []
  const cards = previews.flatMap((preview) => preview.cards)
  const refused = previews.flatMap((preview) => preview.refused)
  const wanted = cards.filter(({ status }) => status === 'new' || status === 'known')
  const run = async (act: () => Promise<void>) => {
    setIsBusy(true)
    try {
      await act()
    } catch (error) {
      sayRefused(error)
    }
    setIsBusy(false)
  }
  const read = (body: { text?: string; base64?: string }) => take(api.POST('/api/cards/preview', { body }))
  const readFiles = (files: FileList | null) =>
    run(async () =>
      setPreviews(await Promise.all([...(files ?? [])].map(async (file) => read({ base64: await asBase64(file) })))),
    )
  const takeIn = () =>
    run(async () => {
      const { made, known } = await take(
        api.POST('/api/cards', {
          body: { cards: wanted.map(({ card }) => card), ...(event === null ? {} : { event }) },
        }),
      )
      sayDone(t('networking.cards.taken', { made, known }))
      setPreviews([])
      setText('')
      await client.invalidateQueries({ queryKey: ['networking'] })
    })
  return (
    <Section title={t('networking.cards.take')}>
      <div className={look.form}>
        <p className={look.intro}>{t('networking.cards.takeText')}</p>
        {previews.length > 0 ? null : (
          <>
            <input
              ref={input}
              type="file"
              multiple
              accept=".vcf,text/vcard,text/x-vcard"
              className="hidden-words"
              tabIndex={-1}
              aria-label={t('networking.cards.choose')}
              onChange={(change) => {
                void readFiles(change.currentTarget.files)
              }}
            />
            <Button w="max-content" loading={isBusy} onClick={() => input.current?.click()}>
              {t('networking.cards.choose')}
            </Button>
            <Textarea
              label={t('networking.cards.paste')}
              placeholder="BEGIN:VCARD"
              autosize
              minRows={3}
              maxRows={10}
              value={text}
              onChange={(change) => setText(change.currentTarget.value)}
            />
            <Button
              w="max-content"
              disabled={text.trim() === ''}
              onClick={() => void run(async () => setPreviews([await read({ text })]))}
            >
              {t('networking.cards.read')}
            </Button>
          </>
        )}
        {previews.length === 0 ? null : (
          <>
            {refused.map(({ line, what, mend }) => (
              <p key={`${line} ${what}`} className="small" role="alert">
                {t('networking.cards.refused', { line, what, mend })}
              </p>
            ))}
            {cards.length === 0 ? null : (
              <table className={look.table} aria-label={t('networking.cards.found', { count: cards.length })}>
                <thead>
                  <tr>
                    <th scope="col">{t('networking.cards.person')}</th>
                    <th scope="col">{t('networking.cards.company')}</th>
                    <th scope="col">{t('networking.cards.reach')}</th>
                    <th scope="col">{t('networking.cards.state')}</th>
                  </tr>
                </thead>
                <tbody>
                  {cards.map(({ card, status, person, line }) => (
                    <tr key={`${line} ${card.name}`}>
                      <td>{card.name}</td>
                      <td>{[card.title, card.company].filter((one) => one !== '').join(', ')}</td>
                      <td>{[...card.emails.slice(0, 1), ...card.phones.slice(0, 1)].join(' · ')}</td>
                      <td className="quiet">{t(`networking.cards.status.${status}`, { name: person?.name ?? '' })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <div className={look.buttons}>
              {events.length === 0 ? null : (
                <Select
                  aria-label={t('networking.cards.event')}
                  placeholder={t('networking.cards.event')}
                  clearable
                  data={events.map(({ key, name }) => ({ value: key, label: name }))}
                  value={event}
                  onChange={setEvent}
                />
              )}
              <Button variant="filled" loading={isBusy} disabled={wanted.length === 0} onClick={() => void takeIn()}>
                {t('networking.cards.doTake', { n: wanted.length })}
              </Button>
              <Button variant="subtle" onClick={() => setPreviews([])}>
                {t('networking.cards.clear')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}
