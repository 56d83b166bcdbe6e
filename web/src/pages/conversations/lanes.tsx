import { useTranslation } from 'react-i18next'
import look from './conversations.module.css'
import type { Conversation } from './queries.ts'
import { sayPlace } from './say-length.ts'

const HEIGHT = 20
const GAP = 6

type Props = { conversation: Conversation; onPlace: (segment: number) => void }

/** One lane a speaker, time to the right: who spoke when, what was heard where. A click goes to the words. */
export function Lanes({ conversation, onPlace }: Props) {
  const { t } = useTranslation()
  const { said, speakers, durationMs, mentions } = conversation
  const total = Math.max(1, durationMs)
  const shown = speakers.slice(0, 8)
  const height = shown.length * (HEIGHT + GAP)
  return (
    <figure className={look.lanes}>
      <figcaption className="hidden-words">{t('conversations.lanes')}</figcaption>
      <div className={look.laneNames} aria-hidden>
        {shown.map((speaker) => (
          <span key={speaker.key} className="cut small" data-side={speaker.side}>
            {speaker.user?.name ?? speaker.person?.name ?? speaker.name ?? speaker.key}
          </span>
        ))}
      </div>
      <div className={look.lanePicture}>
        <svg width="100%" height={height} preserveAspectRatio="none" viewBox={`0 0 1000 ${height}`} aria-hidden>
          {shown.map((speaker, lane) => (
            <rect
              key={speaker.key}
              className={look.lane}
              x={0}
              y={lane * (HEIGHT + GAP)}
              width={1000}
              height={HEIGHT}
            />
          ))}
          {said.map((one, index) =>
            one.speaker === null || one.speaker >= shown.length || one.startMs === null || one.endMs === null ? null : (
              // biome-ignore lint/a11y/noStaticElementInteractions: the words below are the way for the keyboard
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: what was said has its place, and no other name
                key={index}
                className={look.speech}
                data-side={one.side}
                x={(one.startMs / total) * 1000}
                y={one.speaker * (HEIGHT + GAP)}
                width={Math.max(1, ((one.endMs - one.startMs) / total) * 1000)}
                height={HEIGHT}
                onClick={() => onPlace(index)}
              >
                <title>{`${sayPlace(one.startMs)} ${one.text.slice(0, 120)}`}</title>
              </rect>
            ),
          )}
          {mentions.map(({ segment, name }, index) => {
            const at = said[segment]?.startMs
            return at === null || at === undefined ? null : (
              <line
                // biome-ignore lint/suspicious/noArrayIndexKey: the same name may be heard twice in one sentence
                key={index}
                className={look.heardAt}
                x1={(at / total) * 1000}
                x2={(at / total) * 1000}
                y1={0}
                y2={height}
              >
                <title>{name}</title>
              </line>
            )
          })}
        </svg>
        <div className={look.laneTimes} aria-hidden>
          <span>0:00</span>
          <span>{sayPlace(total)}</span>
        </div>
      </div>
    </figure>
  )
}
