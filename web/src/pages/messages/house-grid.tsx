import { IconAlertTriangle, IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { sayRole } from '../../story/say-role.ts'
import { sayStage } from '../../story/say-stage.ts'
import look from './messages.module.css'
import { type Message, type MessageStage, type Pillar, STAGES } from './messages-query.ts'

export type Cell = { pillarId: string; stage: MessageStage | null }

type Props = {
  pillars: readonly Pillar[]
  messages: readonly Message[]
  incomplete: readonly string[]
  onOpen: (id: string) => void
  onWrite: ((cell: Cell) => void) | null
}

const COLUMNS: readonly (MessageStage | null)[] = [null, ...STAGES]

/** Pillars by stages: every message with what it lacks, and the places where nothing is said. */
export function HouseGrid({ pillars, messages, incomplete, onOpen, onWrite }: Props) {
  const { t } = useTranslation()
  return (
    <div className={look.scroll}>
      <table className={look.grid}>
        <thead>
          <tr>
            <th scope="col">{t('messages.pillar')}</th>
            {COLUMNS.map((stage) => (
              <th key={stage ?? 'any'} scope="col">
                {stage === null ? t('messages.anyStage') : sayStage(stage, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pillars.map((pillar) => (
            <tr key={pillar.id}>
              <th scope="row">
                <span className={look.pillar}>{pillar.name}</span>
                {incomplete.includes(pillar.id) ? (
                  <span className={look.lacks}>
                    <IconAlertTriangle size={14} aria-hidden /> {t('messages.incomplete')}
                  </span>
                ) : (
                  <span className={look.whole}>
                    <IconCircleCheck size={14} aria-hidden /> {t('messages.whole')}
                  </span>
                )}
              </th>
              {COLUMNS.map((stage) => {
                const own = messages.filter((one) => one.pillarId === pillar.id && one.stage === stage)
                return (
                  <td
                    key={stage ?? 'any'}
                    data-is-empty={own.length === 0 || undefined}
                    data-stage={stage === null ? t('messages.anyStage') : sayStage(stage, t)}
                  >
                    {own.map((message) => (
                      <Entry key={message.id} message={message} onOpen={onOpen} />
                    ))}
                    {onWrite === null ? null : (
                      <button
                        type="button"
                        className={look.add}
                        aria-label={t('messages.writeHere', {
                          pillar: pillar.name,
                          stage: stage === null ? t('messages.anyStage') : sayStage(stage, t),
                        })}
                        onClick={() => onWrite({ pillarId: pillar.id, stage })}
                      >
                        <IconPlus size={14} aria-hidden />
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Entry({ message, onOpen }: { message: Message; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const { gaps, persona, language } = message
  const for_ = [persona === null ? null : sayRole(persona, t), language].filter((one) => one !== null).join(' · ')
  return (
    <button type="button" className={look.entry} onClick={() => onOpen(message.id)}>
      <span className={look.text}>{message.message}</span>
      {for_ === '' ? null : <span className={look.small}>{for_}</span>}
      {gaps.length === 0 ? null : (
        <span className={look.gaps}>
          {gaps.map((gap) => (
            <span key={gap} className={look.gap} data-is-mild={gap === 'not approved' || undefined}>
              {t(`messages.gap.${keyOfGap(gap)}`)}
            </span>
          ))}
        </span>
      )}
      {message.used === 0 ? null : <span className={look.small}>{t('messages.used', { count: message.used })}</span>}
    </button>
  )
}

/** The word for a gap. */
export function keyOfGap(gap: Message['gaps'][number]) {
  switch (gap) {
    case 'claim':
      return 'claim'
    case 'dry fact':
      return 'dryFact'
    case 'proof expired':
      return 'expired'
    case 'too long':
      return 'tooLong'
    case 'not approved':
      return 'notApproved'
  }
}
