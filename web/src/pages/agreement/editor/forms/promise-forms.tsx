import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import lines from '../condition.module.css'
import { DurationField } from '../fields/duration-field.tsx'
import { Say } from '../fields/say.tsx'
import { ChoiceField, NumberField, Toggles, WordField } from '../fields/simple-fields.tsx'
import { type FormProps, fieldsOf, numberOf, setField, textOf, wordsOf } from './form-props.ts'

const DELIVERY = /^(\d[\d,]*) (qualified leads|[A-Z]{3} of lead value) (?:a|per) (week|month)$/
const LETTERS = ['A', 'B', 'C', 'D'] as const
const GIVEN = ['phone', 'origin', 'channel', 'landing page', 'last touches'] as const

/** So many leads, or so much lead value, each week or month. */
export function DeliverForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const { deliver, of_which } = fieldsOf(part.value)
  const [, amount = '0', unit = 'qualified leads', per = 'week'] = DELIVERY.exec(textOf(deliver)) ?? []
  const write = (next: { amount?: number; unit?: string; per?: string }) => {
    const number = next.amount ?? Number(amount.replaceAll(',', ''))
    apply([setField(part, 'deliver', `${number.toLocaleString('en-US')} ${next.unit ?? unit} a ${next.per ?? per}`)])
  }
  const shares = fieldsOf(of_which)
  const isLeads = unit === 'qualified leads'
  return (
    <>
      <Say
        words={t('agreement.editor.say.deliver')}
        fields={{
          amount: (
            <NumberField
              label={t('agreement.editor.amount')}
              value={Number(amount.replaceAll(',', ''))}
              min={1}
              onChange={(value) => write({ amount: Math.round(value) })}
            />
          ),
          unit: (
            <ChoiceField
              label={t('agreement.editor.ofWhat')}
              value={unit}
              choices={[
                { value: 'qualified leads', label: t('agreement.editor.qualifiedLeads') },
                {
                  value: isLeads ? 'EUR of lead value' : unit,
                  label: t('agreement.editor.leadValue', { currency: isLeads ? 'EUR' : unit.slice(0, 3) }),
                },
              ]}
              onChange={(next) => write({ unit: next })}
            />
          ),
          per: (
            <ChoiceField
              label={t('agreement.editor.period')}
              value={per}
              choices={[
                { value: 'week', label: t('agreement.editor.per.week') },
                { value: 'month', label: t('agreement.editor.per.month') },
              ]}
              onChange={(next) => write({ per: next })}
            />
          ),
        }}
      />
      {isLeads && (
        <Say
          words={t('agreement.editor.say.ofWhich')}
          fields={Object.fromEntries(
            LETTERS.map((letter) => [
              letter,
              <WordField
                key={letter}
                label={t('agreement.editor.ofGrade', { letter })}
                value={textOf(shares[`grade ${letter}`])}
                isShort
                placeholder="–"
                onChange={(text) => {
                  const rest = Object.fromEntries(
                    LETTERS.flatMap((each) => {
                      const value =
                        each === letter
                          ? /^[1-9]\d*$/.test(text)
                            ? Number(text)
                            : null
                          : numberOf(shares[`grade ${each}`])
                      return value === null ? [] : [[`grade ${each}`, value]]
                    }),
                  )
                  apply([setField(part, 'of_which', Object.keys(rest).length === 0 ? '' : rest)])
                }}
              />,
            ]),
          )}
        />
      )}
    </>
  )
}

/** What marketing tells of a lead at hand-off. */
export function GiveForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const { give } = fieldsOf(part.value)
  const given = wordsOf(give)
  return (
    <Say
      words={t('agreement.editor.say.give')}
      fields={{
        given: (
          <Toggles
            label={t('agreement.editor.given')}
            values={GIVEN}
            chosen={given}
            say={(value) => {
              const known = GIVEN.find((one) => one === value)
              return known === undefined ? value : t(`agreement.editor.handoff.${known}`)
            }}
            onChange={(next) => next.length > 0 && apply([{ op: 'set', path: [...part.path, 'give'], value: next }])}
          />
        ),
      }}
    />
  )
}

/** A promise of one term: the field that holds it, by its path in the part. */
const TERMS = {
  within: 'feedback',
  'accept_or_reject.within': 'acceptance',
  'verdict.within': 'verdict',
  'next_step.never_older_than': 'nextStep',
} as const
type TermPath = keyof typeof TERMS

export function TermForm({ part, apply, at }: FormProps & { at: TermPath }) {
  const { t } = useTranslation()
  const value = at.split('.').reduce<unknown>((found, key) => fieldsOf(found)[key], part.value)
  return (
    <Say
      words={t(`agreement.editor.say.${TERMS[at]}`)}
      fields={{
        duration: (
          <DurationField
            label={t('agreement.editor.within')}
            value={textOf(value)}
            onChange={(next) => apply([setField(part, at, next)])}
          />
        ),
      }}
    />
  )
}

const GRADES = LETTERS.flatMap((letter) => [1, 2, 3, 4].map((number) => `${letter}${number}`))

/** How soon somebody calls, grade by grade. */
export function FirstContactForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const terms = fieldsOf(fieldsOf(part.value).first_contact)
  const named = Object.keys(terms).filter((grade) => grade !== 'otherwise')
  const free = GRADES.find((grade) => !named.includes(grade))
  const path = [...part.path, 'first_contact']
  const row = (grade: string) => (
    <div key={grade} className={lines.line}>
      <span className={lines.row}>
        {grade === 'otherwise' ? (
          <span>{t('agreement.editor.otherwise')}</span>
        ) : (
          <ChoiceField
            label={t('agreement.editor.grade')}
            value={grade}
            choices={GRADES.filter((one) => one === grade || !named.includes(one)).map((one) => ({
              value: one,
              label: one,
            }))}
            onChange={(key) => apply([{ op: 'rename', path: [...path, grade], key }])}
          />
        )}
        <span className="quiet">{t('agreement.editor.withinWord')}</span>
        <DurationField
          label={t('agreement.editor.withinFor', { grade })}
          value={textOf(terms[grade])}
          onChange={(value) => apply([{ op: 'set', path: [...path, grade], value }])}
        />
      </span>
      {grade !== 'otherwise' && (
        <button
          type="button"
          className={lines.out}
          aria-label={t('agreement.editor.takeOut', { what: grade })}
          onClick={() => apply([{ op: 'remove', path: [...path, grade] }])}
        >
          <IconX size={14} stroke={2} aria-hidden />
        </button>
      )}
    </div>
  )
  return (
    <>
      <Say words={t('agreement.editor.say.firstContact')} fields={{}} />
      <div className={lines.builder}>
        {Object.keys(terms).map(row)}
        {free !== undefined && (
          <div className={lines.adds} style={{ paddingLeft: 0 }}>
            <button
              type="button"
              className={lines.add}
              onClick={() =>
                apply([
                  {
                    op: 'insert',
                    path,
                    at: named.length,
                    key: free,
                    value: textOf(terms.otherwise) || '1 working day',
                  },
                ])
              }
            >
              <IconPlus size={14} stroke={2} aria-hidden />
              {t('agreement.editor.addGrade')}
            </button>
          </div>
        )}
      </div>
    </>
  )
}

/** How often somebody tries before giving up. */
export function AttemptsForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const { at_least, over } = fieldsOf(fieldsOf(part.value).attempts)
  return (
    <Say
      words={t('agreement.editor.say.attempts')}
      fields={{
        count: (
          <NumberField
            label={t('agreement.editor.attempts')}
            value={numberOf(at_least)}
            min={1}
            max={50}
            onChange={(value) => apply([setField(part, 'attempts.at_least', value)])}
          />
        ),
        duration: (
          <DurationField
            label={t('agreement.editor.over')}
            value={textOf(over)}
            onChange={(value) => apply([setField(part, 'attempts.over', value)])}
          />
        ),
      }}
    />
  )
}
