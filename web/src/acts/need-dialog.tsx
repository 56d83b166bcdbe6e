import { Autocomplete, Button, Modal, NativeSelect, SegmentedControl, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { needsQuery, needTopicsQuery } from '../api/needs-query.ts'
import { sayFact } from '../story/say-fact.ts'
import { useSay } from '../story/use-say.ts'
import { sayPlanned } from '../ui/say-moment.ts'
import type { DialogProps } from './act-dialog.tsx'
import look from './dialogs.module.css'

/** A need the prospect stated, in their words and where they said it, or one that is suspected. */
export function NeedDialog({ leads, onClose, onAnswer }: DialogProps) {
  const { t, i18n } = useTranslation()
  const say = useSay()
  const personId = leads[0]?.personId ?? ''
  const said = useQuery(needsQuery(personId)).data?.said ?? []
  const topics = (useQuery(needTopicsQuery).data?.topics ?? []).filter((topic) => topic.isActive)
  const nameOf = (topic: (typeof topics)[number]) =>
    (i18n.language === 'fr' ? topic.names.fr : topic.names.en) ?? topic.names.en ?? topic.names.fr ?? topic.topic
  const [need, setNeed] = useState('')
  const [quote, setQuote] = useState('')
  const [place, setPlace] = useState<string | null>(null)
  const [sure, setSure] = useState<'known' | 'perhaps'>('known')
  // What was just said was most likely said in the latest exchange.
  const where = place ?? said[0]?.fact ?? ''
  const submit = () => {
    if (need.trim() === '') return
    const topic = topics.find((one) => nameOf(one).toLowerCase() === need.trim().toLowerCase())
    onAnswer({
      need: need.trim(),
      isKnown: sure === 'known',
      ...(quote.trim() === '' ? {} : { quote: quote.trim() }),
      ...(topic === undefined ? {} : { topic: topic.topic }),
      ...(where === '' || (sure === 'perhaps' && quote.trim() === '') ? {} : { in: where }),
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('acts.writing.need', { name: leads[0]?.name ?? '' })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={look.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Autocomplete
          label={t('acts.writing.needText')}
          value={need}
          onChange={setNeed}
          data={[...new Set(topics.map(nameOf))]}
          limit={7}
          maxLength={2_000}
          data-autofocus
        />
        <Textarea
          label={t('acts.writing.quote')}
          value={quote}
          onChange={(event) => setQuote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2_000}
        />
        {said.length === 0 ? null : (
          <NativeSelect
            label={t('acts.writing.where')}
            value={where}
            onChange={(event) => setPlace(event.currentTarget.value)}
            data={[
              ...said.map((one) => ({
                value: one.fact,
                label: `${sayFact({ kind: one.kind, data: {} }, say)}, ${sayPlanned(Date.parse(one.at), i18n.language)}`,
              })),
              { value: '', label: t('acts.writing.elsewhere') },
            ]}
          />
        )}
        <SegmentedControl<'known' | 'perhaps'>
          aria-label={t('acts.writing.certain')}
          value={sure}
          onChange={setSure}
          data={[
            { value: 'known', label: t('acts.writing.known') },
            { value: 'perhaps', label: t('acts.writing.perhaps') },
          ]}
        />
        <div className={look.end}>
          <Button type="submit" variant="filled" disabled={need.trim() === ''}>
            {t('acts.writing.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
