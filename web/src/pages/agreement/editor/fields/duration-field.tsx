import { useTranslation } from 'react-i18next'
import look from './fields.module.css'
import { ChoiceField, NumberField, WordField } from './simple-fields.tsx'

const UNITS = ['working minute', 'working hour', 'working day', 'minute', 'hour', 'day', 'week'] as const
type Unit = (typeof UNITS)[number]
const WRITTEN = /^(\d+(?:\.\d+)?)\s*(working minute|working hour|working day|minute|hour|day|week)s?$/

function read(text: string): { amount: number; unit: Unit } | null {
  const [, amount, word] = WRITTEN.exec(text.trim()) ?? []
  const unit = UNITS.find((one) => one === word)
  return amount === undefined || unit === undefined ? null : { amount: Number(amount), unit }
}

const written = (amount: number, unit: Unit): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`

type Props = { label: string; value: string; onChange: (value: string) => void; units?: 'working' | 'elapsed' | 'all' }

/** A length of time: a number and its unit. What is written otherwise stays a text. */
export function DurationField({ label, value, onChange, units = 'all' }: Props) {
  const { t } = useTranslation()
  const found = read(value)
  if (found === null) return <WordField label={label} value={value} onChange={onChange} />
  const { amount, unit } = found
  const offered = UNITS.filter(
    (one) => one === unit || units === 'all' || one.startsWith('working') === (units === 'working'),
  )
  return (
    <span className={look.pair}>
      <NumberField label={label} value={amount} min={0} onChange={(next) => onChange(written(next, unit))} />
      <ChoiceField
        label={t('agreement.editor.unitOf', { what: label })}
        value={unit}
        choices={offered.map((one) => ({ value: one, label: t(`agreement.editor.units.${one}`, { count: amount }) }))}
        onChange={(next) => onChange(written(amount, UNITS.find((one) => one === next) ?? unit))}
      />
    </span>
  )
}
