import { useTranslation } from 'react-i18next'
import { ConditionField } from '../condition-field.tsx'
import { DurationField } from '../fields/duration-field.tsx'
import { Say } from '../fields/say.tsx'
import { ChoiceField, NumberField } from '../fields/simple-fields.tsx'
import { type FormProps, fieldsOf, numberOf, setField, textOf } from './form-props.ts'

/** Points for who somebody is. */
export function FitForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, apply } = props
  const { points } = fieldsOf(part.value)
  return (
    <>
      <Say
        words={t('agreement.editor.say.fit')}
        fields={{
          points: (
            <NumberField
              label={t('agreement.editor.points')}
              value={numberOf(points)}
              min={-1000}
              max={1000}
              onChange={(value) => apply([setField(part, 'points', value)])}
            />
          ),
        }}
      />
      <ConditionField {...props} />
    </>
  )
}

/** The number of a limit such as "30 a day". */
function limitOf(value: unknown): number | null {
  const amount = /^(\d+) /.exec(textOf(value))?.[1]
  return amount === undefined ? null : Number(amount)
}

/** Points for what somebody did. */
export function EngagementForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, apply, vocabulary } = props
  const { points, on, at_most } = fieldsOf(part.value)
  const limit = limitOf(at_most)
  return (
    <>
      <Say
        words={t(limit === null ? 'agreement.editor.say.engagement' : 'agreement.editor.say.engagementLimited')}
        fields={{
          points: (
            <NumberField
              label={t('agreement.editor.points')}
              value={numberOf(points)}
              min={-1000}
              max={1000}
              onChange={(value) => apply([setField(part, 'points', value)])}
            />
          ),
          on: (
            <ChoiceField
              label={t('agreement.editor.fact')}
              value={textOf(on)}
              choices={vocabulary.facts.map(({ kind, says }) => ({ value: kind, label: says }))}
              onChange={(kind) => apply([setField(part, 'on', kind)])}
            />
          ),
          limit: (
            <NumberField
              label={t('agreement.editor.limit')}
              value={limit}
              min={1}
              onChange={(value) => apply([setField(part, 'at_most', `${value} a day`)])}
            />
          ),
        }}
      />
      <ConditionField {...props} isOptional />
    </>
  )
}

export function HalfLifeForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const set = (value: string) => apply([{ op: 'set', path: part.path, value }])
  return (
    <Say
      words={t('agreement.editor.say.halfLife')}
      fields={{
        duration: (
          <DurationField
            label={t('agreement.editor.halfLife')}
            value={textOf(part.value)}
            units="elapsed"
            onChange={set}
          />
        ),
      }}
    />
  )
}

/** From how many points on each grade is given. */
export function GradesForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const values = fieldsOf(part.value)
  const isLetter = part.path.at(-1) === 'letter'
  const names = isLetter ? (['A', 'B', 'C'] as const) : (['1', '2', '3'] as const)
  const field = (name: string) => (
    <NumberField
      label={t('agreement.editor.gradeFrom', { grade: name })}
      value={numberOf(values[name])}
      onChange={(value) => apply([setField(part, name, value)])}
    />
  )
  const [first, second, third] = names
  return (
    <Say
      words={t(isLetter ? 'agreement.editor.say.letters' : 'agreement.editor.say.numbers')}
      fields={{ first: field(first), second: field(second), third: field(third) }}
    />
  )
}
