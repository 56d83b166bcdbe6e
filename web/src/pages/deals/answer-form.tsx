import { Button } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { ErrorNote } from '../../ui/error-note.tsx'
import type { Answer, OnAnswer } from './answer.ts'
import look from './dialogs.module.css'

type Props = {
  confirm: string
  isReady: boolean
  /** What was filled in; null when it cannot be sent after all. */
  answer: () => Answer | null | Promise<Answer | null>
  onAnswer: OnAnswer
  aside?: ReactNode
  children: ReactNode
}

/** The fields of a dialog: sent by the button or Ctrl Enter, kept with the reason when the server refuses. */
export function AnswerForm({ confirm, isReady, answer, onAnswer, aside, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  // What is asked for may come after the dialog has given the focus away.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  const [isBusy, setIsBusy] = useState(false)
  const [refused, setRefused] = useState<Error | null>(null)
  const submit = async () => {
    if (!isReady || isBusy) return
    setIsBusy(true)
    setRefused(null)
    const given = await answer()
    const error = given === null ? null : await onAnswer(given)
    setRefused(error)
    setIsBusy(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void submit()
  }
  return (
    <form
      ref={form}
      className={look.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
      {refused === null ? null : <ErrorNote error={refused} isInline />}
      <div className={look.end}>
        {aside}
        <Button type="submit" variant="filled" disabled={!isReady} loading={isBusy}>
          {confirm}
        </Button>
      </div>
    </form>
  )
}
