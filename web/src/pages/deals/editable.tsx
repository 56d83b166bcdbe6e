import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from './editable.module.css'

type Props = {
  label: string
  value: string
  /** How the value is shown while nobody edits it. */
  shown?: ReactNode
  type?: 'text' | 'date'
  mayChange: boolean
  /** False keeps the field open: what was typed cannot be read. */
  onSave: (value: string) => unknown
}

/** A value that becomes a field when it is pressed: Enter keeps, Esc gives up, leaving it keeps too. */
export function EditableText({ label, value, shown, type = 'text', mayChange, onSave }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setIsWrong] = useState(false)
  const text = shown ?? (value === '' ? <span className="quiet">–</span> : value)
  if (!mayChange) return <span>{text}</span>
  if (typed === null) {
    return (
      <button
        type="button"
        className={look.value}
        aria-label={t('deals.edit', { what: label })}
        title={t('deals.edit', { what: label })}
        onClick={() => setTyped(value)}
      >
        {text}
      </button>
    )
  }
  const leave = () => {
    setTyped(null)
    setIsWrong(false)
  }
  const keep = () => {
    if (typed.trim() === value) return leave()
    if (onSave(typed.trim()) === false) setIsWrong(true)
    else leave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      keep()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      leave()
    }
  }
  return (
    <input
      className={look.input}
      type={type}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={typed}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
      autoFocus
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={keep}
    />
  )
}
