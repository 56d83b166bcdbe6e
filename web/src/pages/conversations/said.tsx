import { useTranslation } from 'react-i18next'
import look from './conversations.module.css'
import type { Conversation } from './queries.ts'
import { sayPlace } from './say-length.ts'

export type Mark = { segment: number; from: number; to: number; isHere: boolean; title: string }

/** A text with its marks, which do not overlap: the ones that would are left out. */
function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const parts: (string | Mark)[] = []
  let at = 0
  for (const mark of marks.toSorted((a, b) => a.from - b.from)) {
    if (mark.from < at) continue
    parts.push(text.slice(at, mark.from), mark)
    at = mark.to
  }
  parts.push(text.slice(at))
  return parts.map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have their place, and no other name
      <mark key={index} className={look.mark} data-here={part.isHere || undefined} title={part.title}>
        {text.slice(part.from, part.to)}
      </mark>
    ),
  )
}

/** What was said, turn by turn in the hue of the side. Thousands of lines stay light: what is off screen is not laid out. */
export function Said({ conversation, marks }: { conversation: Conversation; marks: readonly Mark[] }) {
  const { t } = useTranslation()
  const { said, speakers } = conversation
  const bySegment = Map.groupBy(marks, (mark) => mark.segment)
  return (
    <ol className={look.said} aria-label={t('conversations.said')}>
      {said.map((one, index) => {
        const speaker = one.speaker === null ? undefined : speakers[one.speaker]
        const goesOn = index > 0 && said[index - 1]?.speaker === one.speaker
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said has its place, and no other name
          <li key={index} id={`said-${index}`} className={look.line} data-side={one.side}>
            <span className={look.lineTime}>{one.startMs === null ? '' : sayPlace(one.startMs)}</span>
            <div>
              {goesOn ? null : (
                <p className={look.lineWho}>
                  {speaker?.user?.name ??
                    speaker?.person?.name ??
                    speaker?.name ??
                    speaker?.key ??
                    t('conversations.sides.unknown')}
                </p>
              )}
              <p className={look.lineText}>
                <Marked text={one.text} marks={bySegment.get(index) ?? []} />
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
