import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from './condition.module.css'
import { ConditionBuilder } from './condition-builder.tsx'
import { fieldsFor } from './condition-words.ts'
import { useTyped } from './fields/use-typed.ts'
import type { FormProps } from './forms/form-props.ts'

/** The condition of a part: rows where rows can say it, else the expression, checked while it is written; in words below. */
export function ConditionField({
  part,
  apply,
  vocabulary,
  problems,
  isOptional = false,
}: FormProps & { isOptional?: boolean }) {
  const { t } = useTranslation()
  const [wantsText, setWantsText] = useState(false)
  const path = [...part.path, 'when']
  const { condition } = part
  if (condition === null) {
    if (!isOptional) return null
    return (
      <div className={look.box}>
        <button
          type="button"
          className={look.switch}
          onClick={() => apply([{ op: 'set', path, value: 'person.has_phone' }])}
        >
          {t('agreement.editor.condition.addFirst')}
        </button>
      </div>
    )
  }
  const source = String(whenOf(part.value))
  const isWrong = problems.some((problem) => problem.path === path.join('.'))
  const isText = wantsText || condition.rows === null
  const more = (
    <>
      {condition.rows !== null ? (
        <button type="button" className={look.switch} data-quiet onClick={() => setWantsText(!wantsText)}>
          {t(isText ? 'agreement.editor.condition.asRows' : 'agreement.editor.condition.asText')}
        </button>
      ) : (
        <span className="quiet small">{t('agreement.editor.condition.tooMuch')}</span>
      )}
      {isOptional && (
        <button type="button" className={look.switch} data-quiet onClick={() => apply([{ op: 'remove', path }])}>
          {t('agreement.editor.condition.always')}
        </button>
      )}
    </>
  )
  return (
    <div className={look.box}>
      {isText || condition.rows === null ? (
        <>
          <Expression source={source} isWrong={isWrong} onChange={(value) => apply([{ op: 'set', path, value }])} />
          <span className={look.below}>{more}</span>
        </>
      ) : (
        <ConditionBuilder
          rows={condition.rows}
          fields={fieldsFor(part, vocabulary)}
          onChange={(rows) => apply([{ op: 'condition', path, rows }])}
        >
          {more}
        </ConditionBuilder>
      )}
      {condition.says !== null && (isText || (condition.rows?.rows.length ?? 0) > 1) && (
        <p className={look.says}>{t('agreement.editor.condition.says', { says: condition.says })}</p>
      )}
    </div>
  )
}

function whenOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'when' in value ? value.when : ''
}

function Expression({
  source,
  isWrong,
  onChange,
}: {
  source: string
  isWrong: boolean
  onChange: (text: string) => void
}) {
  const { t } = useTranslation()
  const typed = useTyped(source, (next) => {
    if (next.trim() !== '' && next !== source) onChange(next)
  })
  return (
    <textarea
      className={look.expression}
      aria-label={t('agreement.editor.condition.expression')}
      aria-invalid={isWrong}
      spellCheck={false}
      rows={Math.min(8, 1 + Math.ceil(typed.shown.length / 60))}
      value={typed.shown}
      onChange={(event) => typed.change(event.currentTarget.value)}
      onBlur={typed.leave}
    />
  )
}
