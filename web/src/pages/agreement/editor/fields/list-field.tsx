import { IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from './fields.module.css'

type Props = {
  label: string
  values: readonly string[]
  onChange: (values: string[]) => void
  /** What may be chosen; other words may be written too. */
  offers?: readonly { value: string; label?: string | undefined }[]
  placeholder?: string
  say?: (value: string) => string
}

/** A list of words in a sentence: each taken out by its cross, the next one written behind them. */
export function ListField({ label, values, onChange, offers = [], placeholder, say = (value) => value }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const id = useId()
  const add = (text: string) => {
    const found = text
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '' && !values.includes(one))
    setTyped('')
    if (found.length > 0) onChange([...values, ...new Set(found)])
  }
  return (
    <fieldset className={look.list} aria-label={label}>
      {values.map((value) => (
        <span key={value} className={look.token}>
          {say(value)}
          <button
            type="button"
            className={look.tokenOut}
            aria-label={t('agreement.editor.takeOut', { what: say(value) })}
            onClick={() => onChange(values.filter((one) => one !== value))}
          >
            <IconX size={12} stroke={2.2} aria-hidden />
          </button>
        </span>
      ))}
      <input
        className={`${look.field} ${look.listInput}`}
        aria-label={label}
        value={typed}
        list={offers.length > 0 ? id : undefined}
        placeholder={placeholder ?? t('agreement.editor.addWord')}
        onChange={(event) => {
          const next = event.currentTarget.value
          // Chosen from the offers: it comes whole.
          const isChosen =
            !('inputType' in event.nativeEvent) ||
            offers.some(({ value }) => value === next && next.length - typed.length > 1)
          if (isChosen || /[,;\n]/.test(next)) add(next)
          else setTyped(next)
        }}
        onBlur={() => add(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            if (typed === '') event.currentTarget.blur()
            else add(typed)
          }
          if (event.key === 'Backspace' && typed === '' && values.length > 0) onChange(values.slice(0, -1))
        }}
      />
      {offers.length > 0 && (
        <datalist id={id}>
          {offers
            .filter(({ value }) => !values.includes(value))
            .map(({ value, label: words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
        </datalist>
      )}
    </fieldset>
  )
}
