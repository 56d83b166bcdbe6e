import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import look from './conversations.module.css'
import type { Speaker } from './queries.ts'

const SIDES = ['rep', 'prospect', 'unknown'] as const

export type SpeakerIs = { key: string; side: Speaker['side']; userId: string | null; personId: string | null }

type Props = {
  speakers: readonly (Speaker & { begins?: string })[]
  is: readonly SpeakerIs[]
  colleagues: readonly { id: string; name: string }[]
  people: readonly { personId: string; name: string }[]
  onChange: (is: SpeakerIs[]) => void
}

/** What was guessed of a speaker, as something that can be corrected. */
export function guessOf(speaker: Speaker): SpeakerIs {
  return {
    key: speaker.key,
    side: speaker.side,
    userId: speaker.user?.id ?? null,
    personId: speaker.person?.personId ?? null,
  }
}

/** Who each voice belongs to. */
export function SpeakerRows({ speakers, is, colleagues, people, onChange }: Props) {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const set = (key: string, change: Partial<SpeakerIs>) =>
    onChange(is.map((one) => (one.key === key ? { ...one, ...change } : one)))
  return (
    <ul className={look.speakers}>
      {speakers.map((speaker) => {
        const one = is.find(({ key }) => key === speaker.key) ?? guessOf(speaker)
        const options =
          one.side === 'rep'
            ? colleagues.map(({ id, name }) => ({ value: id, label: name }))
            : people.map(({ personId, name }) => ({ value: personId, label: name }))
        return (
          <li key={speaker.key} className={look.speaker}>
            <div className={look.speakerName}>
              <strong>{speaker.name ?? speaker.key}</strong>
              <span className="quiet small">{t('conversations.speaker.share', { share: share(speaker.share) })}</span>
            </div>
            {speaker.begins === undefined || speaker.begins === '' ? null : (
              <p className="quiet small cut">{t('conversations.speaker.begins', { text: speaker.begins })}</p>
            )}
            <div className={look.speakerFields}>
              <SegmentedControl
                size="xs"
                aria-label={`${t('conversations.speaker.side')}: ${speaker.name ?? speaker.key}`}
                value={one.side}
                data={SIDES.map((value) => ({ value, label: t(`conversations.sides.${value}`) }))}
                onChange={(value) => {
                  const side = SIDES.find((each) => each === value) ?? 'unknown'
                  set(speaker.key, { side, userId: null, personId: null })
                }}
              />
              {one.side === 'unknown' || options.length === 0 ? null : (
                <NativeSelect
                  size="xs"
                  aria-label={`${t('conversations.speaker.is')}: ${speaker.name ?? speaker.key}`}
                  value={(one.side === 'rep' ? one.userId : one.personId) ?? ''}
                  data={[{ value: '', label: t('conversations.speaker.somebody') }, ...options]}
                  onChange={(event) => {
                    const id = event.currentTarget.value === '' ? null : event.currentTarget.value
                    set(speaker.key, one.side === 'rep' ? { userId: id } : { personId: id })
                  }}
                />
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
