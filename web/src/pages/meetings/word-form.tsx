import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../../ui/clock.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import look from './meetings.module.css'
import type { Meeting } from './queries.ts'
import { useWords } from './use-words.ts'

/** What became of a meeting, once it has begun. */
export function WordForm({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const { say } = useWords()
  const [note, setNote] = useState('')
  const [nextStep, setNextStep] = useState('')
  const [talk, setTalk] = useState<string | number>('')
  const why = Date.parse(meeting.startsAt) > serverNow() ? t('meetings.drawer.notYet') : null
  const talkShare = typeof talk === 'number' ? talk / 100 : undefined
  return (
    <div className={look.form}>
      {why === null ? (
        <>
          <Textarea
            label={t('meetings.drawer.note')}
            placeholder={t('meetings.drawer.notePlaceholder')}
            value={note}
            maxLength={2_000}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <TextInput
            label={t('meetings.drawer.nextStep')}
            placeholder={t('meetings.drawer.nextPlaceholder')}
            value={nextStep}
            maxLength={500}
            onChange={(event) => setNextStep(event.currentTarget.value)}
          />
          <NumberInput
            label={t('meetings.drawer.talkShare')}
            description={t('meetings.drawer.talkHint')}
            min={0}
            max={100}
            w={220}
            value={talk}
            onChange={setTalk}
          />
        </>
      ) : null}
      <div className={look.buttons}>
        <ReasonedButton
          variant="filled"
          why={why}
          onClick={() =>
            void say(meeting, 'held', { note, nextStep, ...(talkShare === undefined ? {} : { talkShare }) })
          }
        >
          {t('meetings.drawer.held')}
        </ReasonedButton>
        <ReasonedButton why={why} onClick={() => void say(meeting, 'missed', { note })}>
          {t('meetings.drawer.missed')}
        </ReasonedButton>
      </div>
    </div>
  )
}
