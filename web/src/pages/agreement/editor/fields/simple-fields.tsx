import type { KeyboardEvent, ReactNode } from 'react'
import look from './fields.module.css'
import { useTyped } from './use-typed.ts'

type Base = { label: string; isWrong?: boolean }

/** Enter leaves a field of one line, so that the clause can be closed by the next Enter. */
function leaveOnEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
}

/** A number in a sentence. */
export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  step = 1,
  isWrong = false,
}: Base & {
  value: number | null
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number | 'any'
}) {
  const typed = useTyped(value === null ? '' : String(value), (next) => {
    const number = Number(next)
    if (next.trim() !== '' && Number.isFinite(number) && number !== value) onChange(number)
  })
  return (
    <input
      className={`${look.field} ${look.number} tnum`}
      style={{ width: `${Math.max(4, typed.shown.length + 3)}ch` }}
      type="number"
      inputMode={step === 'any' ? 'decimal' : 'numeric'}
      aria-label={label}
      aria-invalid={isWrong}
      value={typed.shown}
      min={min}
      max={max}
      step={step}
      onChange={(event) => typed.change(event.currentTarget.value)}
      onBlur={typed.leave}
      onKeyDown={leaveOnEnter}
    />
  )
}

/** Words in a sentence. An emptied field says ''. */
export function WordField({
  label,
  value,
  onChange,
  placeholder,
  isWide = false,
  isShort = false,
  list,
  isWrong = false,
}: Base & {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  isWide?: boolean
  isShort?: boolean
  list?: string
}) {
  const typed = useTyped(value, (next) => {
    if (next.trim() !== value) onChange(next.trim())
  })
  const width = Math.min(
    48,
    Math.max(isShort ? 5 : 10, (typed.shown === '' ? (placeholder ?? '') : typed.shown).length + 3),
  )
  return (
    <input
      className={look.field}
      style={isWide ? { width: '100%' } : { width: `${width}ch` }}
      aria-label={label}
      aria-invalid={isWrong}
      value={typed.shown}
      placeholder={placeholder}
      list={list}
      spellCheck={isWide}
      onChange={(event) => typed.change(event.currentTarget.value)}
      onBlur={typed.leave}
      onKeyDown={leaveOnEnter}
    />
  )
}

export type Choice = { value: string; label: string; group?: string | undefined }

/** One of several, in a sentence. */
export function ChoiceField({
  label,
  value,
  choices,
  onChange,
  isWrong = false,
}: Base & { value: string; choices: readonly Choice[]; onChange: (value: string) => void }) {
  const shown = choices.some((choice) => choice.value === value) ? choices : [{ value, label: value }, ...choices]
  const groups = [...Map.groupBy(shown, (choice) => choice.group)]
  const option = (choice: Choice): ReactNode => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  )
  return (
    <span className={look.choiceBox} data-wrong={isWrong || undefined}>
      {/* The width is that of the words chosen, not of the longest. */}
      <span className={look.choiceText} aria-hidden>
        {shown.find((choice) => choice.value === value)?.label ?? ''}
      </span>
      <select
        className={look.choice}
        aria-label={label}
        aria-invalid={isWrong}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {groups.map(([group, choices]) =>
          group === undefined ? (
            choices.map(option)
          ) : (
            <optgroup key={group} label={group}>
              {choices.map(option)}
            </optgroup>
          ),
        )}
      </select>
    </span>
  )
}

/** Yes or no as words to press, several of which may hold. */
export function Toggles({
  label,
  values,
  chosen,
  onChange,
  say = (value) => value,
}: {
  label: string
  values: readonly string[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  say?: (value: string) => string
}) {
  return (
    <fieldset className={look.toggles} aria-label={label}>
      {values.map((value) => {
        const isOn = chosen.includes(value)
        return (
          <button
            key={value}
            type="button"
            className={look.toggle}
            aria-pressed={isOn}
            onClick={() =>
              onChange(
                isOn
                  ? chosen.filter((one) => one !== value)
                  : values.filter((one) => one === value || chosen.includes(one)),
              )
            }
          >
            {say(value)}
          </button>
        )
      })}
    </fieldset>
  )
}
