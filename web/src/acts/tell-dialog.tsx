import { Button, Modal, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../ui/key-hint.tsx'
import type { DialogProps } from './act-dialog.tsx'
import look from './dialogs.module.css'

type Kind = 'toMarketing' | 'toPool' | 'escalate'
const READY = {
  toMarketing: ['noCompany', 'student', 'wrongCampaign'],
  toPool: ['language', 'region', 'away'],
  escalate: ['discount', 'decision', 'complaint'],
} as const

/** Sends a lead back, or asks the manager: a ready line by its number, or words of one's own. Before a conversation it goes to marketing, after one to the pool. */
export function TellDialog({ act, leads, detail, onClose, onAnswer }: DialogProps & { act: 'sendBack' | 'escalate' }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const open = detail?.attempts.find((attempt) => attempt.outcome === 'open')
  const hasSpoken = open !== undefined && open.contactedAt !== null
  const kind: Kind = act === 'escalate' ? 'escalate' : hasSpoken ? 'toPool' : 'toMarketing'
  const answer = (note: string) => {
    const said = note.trim()
    if (said === '') return
    onAnswer(kind === 'escalate' ? { note: said } : { note: said, to: kind === 'toPool' ? 'pool' : 'marketing' })
  }
  const ready = READY[kind].map((one) => t(`acts.tell.ready.${one}`))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && text.trim() !== '') {
      event.preventDefault()
      answer(text)
      return
    }
    const chosen = /^[1-9]$/.test(event.key) && text === '' ? ready[Number(event.key) - 1] : undefined
    if (chosen === undefined) return
    event.preventDefault()
    answer(chosen)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`acts.tell.title.${kind}`, { name: leads[0]?.name ?? '' })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: number keys are a shortcut to the buttons inside */}
      <div className={look.form} onKeyDown={onKeyDown}>
        <p className={look.hint}>{t(`acts.tell.follows.${kind}`)}</p>
        <ul className={look.reasons}>
          {ready.map((one, index) => (
            <li key={one}>
              <button type="button" className={look.reason} onClick={() => answer(one)}>
                <KeyHint keys={String(index + 1)} />
                <span>{one}</span>
              </button>
            </li>
          ))}
        </ul>
        <Textarea
          label={t('acts.tell.own')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={1}
          maxLength={2_000}
          data-autofocus
        />
        <div className={look.end}>
          <Button variant="filled" disabled={text.trim() === ''} onClick={() => answer(text)}>
            {t(`acts.tell.confirm.${kind}`)}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
