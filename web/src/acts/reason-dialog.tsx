import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leadQuery } from '../api/lead-query.ts'
import type { Lead } from '../api/types.ts'
import { sayReason } from '../story/say-reason.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { Loaded } from '../ui/loaded.tsx'
import type { DialogProps } from './act-dialog.tsx'
import look from './dialogs.module.css'

type Reason = { reason: string; consequence: string; needs: string | null; asksDate: boolean; asks: string | null }

function reasonsOf(lead: Lead, act: 'reject' | 'disqualify'): Reason[] {
  return act === 'disqualify'
    ? lead.reasons.disqualify
    : lead.reasons.reject.map((one) => ({ ...one, needs: null, asksDate: false, asks: null }))
}

function sayThen(then: string, t: TFunction): string {
  const after = /after (.+)$/.exec(then)?.[1]
  if (after !== undefined) return t('acts.pick.consequence.after', { term: after })
  if (then.includes('date')) return t('acts.pick.consequence.date')
  const known = (['route again', 'back to marketing', 'close', 'nurture'] as const).find((one) => one === then)
  return known === undefined ? then : t(`acts.pick.consequence.${known}`)
}

function sayNeeded(what: string, t: TFunction): string {
  return what === 'an attempt' ? t('acts.pick.anAttempt') : what
}

/** Why a reason cannot be given yet, in the agreement's words; null when it can. */
function whyNotYet(lead: Lead, act: 'reject' | 'disqualify', reason: Reason): string | null {
  const may = lead.may[`${act === 'reject' ? 'lead.rejected' : 'lead.disqualified'}:${reason.reason}`]
  // Whether a date will do can only be said once it is given.
  return reason.asksDate || may === undefined || may.isAllowed ? null : (may.why ?? '')
}

/** Picks a reason by number; asks for a day or a word where the agreement wants one. */
export function ReasonDialog({
  act,
  leads,
  detail,
  onClose,
  onAnswer,
}: DialogProps & { act: 'reject' | 'disqualify' }) {
  const { t } = useTranslation()
  const name = leads[0]?.name ?? ''
  const query = useQuery({
    ...leadQuery(leads[0]?.personId ?? ''),
    ...(detail === undefined ? {} : { initialData: detail }),
  })
  const title =
    act === 'disqualify'
      ? t('acts.pick.disqualify', { name })
      : leads.length > 1
        ? t('acts.pick.rejectMany', { count: leads.length })
        : t('acts.pick.reject', { name })
  return (
    <Modal opened onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Loaded query={query}>{(lead) => <Reasons lead={lead} act={act} onAnswer={onAnswer} />}</Loaded>
    </Modal>
  )
}

function Reasons({
  lead,
  act,
  onAnswer,
}: {
  lead: Lead
  act: 'reject' | 'disqualify'
  onAnswer: DialogProps['onAnswer']
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Reason | null>(null)
  const reasons = reasonsOf(lead, act)
  if (chosen !== null) return <More reason={chosen} onAnswer={onAnswer} />
  if (reasons.length === 0) return <p className="quiet">{t('acts.pick.empty')}</p>

  const choose = (reason: Reason | undefined) => {
    if (reason === undefined || whyNotYet(lead, act, reason) !== null) return
    if (reason.asksDate || reason.asks !== null) setChosen(reason)
    else onAnswer({ reason: reason.reason })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!/^[1-9]$/.test(event.key)) return
    event.preventDefault()
    choose(reasons[Number(event.key) - 1])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: number keys are a shortcut to the buttons inside
    <div onKeyDown={onKeyDown}>
      <ul className={look.reasons}>
        {reasons.map((reason, index) => {
          const why = whyNotYet(lead, act, reason)
          return (
            <li key={reason.reason}>
              <button
                type="button"
                className={look.reason}
                aria-disabled={why !== null}
                data-autofocus={index === 0 || undefined}
                onClick={() => choose(reason)}
              >
                {index < 9 ? <KeyHint keys={String(index + 1)} /> : <span />}
                <span>
                  {sayReason(reason.reason, t)}
                  {reason.needs === null ? null : (
                    <span className={look.needs}>
                      {' '}
                      {t('acts.pick.needs', {
                        what: /^[A-Z]+\d/.test(reason.needs) ? `§${reason.needs}` : sayNeeded(reason.needs, t),
                      })}
                    </span>
                  )}
                  {why === null ? null : <span className={look.why}>{why}</span>}
                </span>
                <span className={look.then}>{sayThen(reason.consequence, t)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p className={look.hint}>{t('acts.pick.hint')}</p>
    </div>
  )
}

function More({ reason, onAnswer }: { reason: Reason; onAnswer: DialogProps['onAnswer'] }) {
  const { t } = useTranslation()
  const [day, setDay] = useState('')
  const [answer, setAnswer] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setIsTried] = useState(false)
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const isReady = (!reason.asksDate || day !== '') && (reason.asks === null || answer.trim() !== '')
  const submit = () => {
    setIsTried(true)
    if (!isReady) return
    const isCompetitor = reason.asks === 'competitor'
    const words = [reason.asks === null || isCompetitor ? '' : `${reason.asks}: ${answer.trim()}`, note.trim()]
      .filter((one) => one !== '')
      .join('\n')
    onAnswer({
      reason: reason.reason,
      ...(isCompetitor ? { competitor: answer.trim() } : {}),
      ...(words === '' ? {} : { note: words }),
      ...(reason.asksDate ? { recycleAt: new Date(`${day}T09:00`).toISOString() } : {}),
    })
  }
  return (
    <form
      className={look.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={look.chosen}>{sayReason(reason.reason, t)}</p>
      {reason.asksDate ? (
        <TextInput
          type="date"
          label={t('acts.pick.date')}
          value={day}
          min={tomorrow}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={isTried && day === '' ? t('acts.pick.dateNeeded') : undefined}
          data-autofocus
        />
      ) : null}
      {reason.asks === null ? null : (
        <TextInput
          label={t('acts.pick.ask', { what: reason.asks === 'competitor' ? t('acts.pick.competitor') : reason.asks })}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
          error={isTried && answer.trim() === ''}
          data-autofocus
        />
      )}
      <Textarea
        label={t('acts.pick.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <div className={look.end}>
        <Button type="submit" variant="filled">
          {t('acts.pick.confirm')}
        </Button>
      </div>
    </form>
  )
}
