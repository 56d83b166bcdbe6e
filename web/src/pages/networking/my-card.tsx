import { Button, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './networking.module.css'
import { eventsQuery, myCardQuery } from './queries.ts'

type MyCardView = Answered<'getMyCard'>

/** One's own card as a code to scan, at an event or not, and its text. */
export function MyCard() {
  const { t } = useTranslation()
  const query = useQuery(myCardQuery)
  return (
    <Section title={t('networking.cards.mine')}>
      <Loaded query={query}>{(card) => <Card card={card} />}</Loaded>
    </Section>
  )
}

function Card({ card }: { card: MyCardView }) {
  const { t } = useTranslation()
  const events = useQuery(eventsQuery).data?.events ?? []
  const [event, setEvent] = useState<string | null>(null)
  const [isEditing, setIsEditing] = useState(false)
  const address = event === null ? card.address : `${card.address}?event=${encodeURIComponent(event)}`
  const svg = useQuery({
    queryKey: ['qr', address],
    queryFn: async () => (await import('uqr')).renderSVG(address, { border: 2, ecc: 'M' }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  return (
    <div className={look.two}>
      <div className={look.qr}>
        {svg === undefined ? null : (
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
            alt={t('networking.cards.qr', { address })}
            width={200}
            height={200}
          />
        )}
      </div>
      <div className={look.form}>
        <div>
          <strong>{card.name}</strong>
          <div className="quiet">{[card.title, card.company].filter((one) => one !== '').join(', ')}</div>
          <div className="quiet small">
            {[card.phone, card.email, card.url].filter((one) => one !== '').join(' · ')}
          </div>
        </div>
        <p className={look.intro}>{t('networking.cards.mineText')}</p>
        {events.length === 0 ? null : (
          <Select
            label={t('networking.cards.atEvent')}
            placeholder={t('networking.cards.noEvent')}
            clearable
            w={280}
            data={events.map(({ key, name }) => ({ value: key, label: name }))}
            value={event}
            onChange={setEvent}
          />
        )}
        <div className={look.buttons}>
          <CopyButton text={address} label={t('networking.cards.copy')} copied={t('networking.cards.copied')} />
          <Button component="a" href={address} target="_blank" rel="noreferrer" variant="subtle">
            {t('networking.cards.open')}
          </Button>
          <Button component="a" href={`/card/${card.slug}.vcf`} download variant="subtle">
            {t('networking.cards.download')}
          </Button>
          <Button variant="subtle" aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
            {t('networking.cards.edit')}
          </Button>
        </div>
        {isEditing ? <Editor card={card} onDone={() => setIsEditing(false)} /> : null}
      </div>
    </div>
  )
}

const FIELDS = ['name', 'title', 'phone', 'email', 'url'] as const

function Editor({ card, onDone }: { card: MyCardView; onDone: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [draft, setDraft] = useState({
    slug: card.slug,
    name: card.name,
    title: card.title,
    phone: card.phone,
    email: card.email,
    url: card.url,
  })
  const save = async () => {
    try {
      await take(api.PUT('/api/my-card', { body: draft }))
      sayDone(t('networking.cards.saved'))
      await client.invalidateQueries({ queryKey: ['networking', 'my card'] })
      onDone()
    } catch (error) {
      sayRefused(error)
    }
  }
  return (
    <form
      className={look.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={look.grid}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            label={t(field === 'title' ? 'networking.cards.titleOf' : `networking.cards.${field}`)}
            value={draft[field]}
            maxLength={200}
            onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
          />
        ))}
        <TextInput
          label={t('networking.cards.slug')}
          leftSection={<span className="quiet small">/card/</span>}
          leftSectionWidth={58}
          value={draft.slug}
          required
          maxLength={60}
          onChange={(event) =>
            setDraft({ ...draft, slug: event.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9-]/g, '') })
          }
        />
      </div>
      <Button type="submit" variant="filled" w="max-content">
        {t('networking.cards.save')}
      </Button>
    </form>
  )
}
