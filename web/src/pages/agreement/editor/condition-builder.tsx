import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from './condition.module.css'
import { groupOf, operatorsOf, rowFor, takesMany, takesNothing, wholeRows, withOperator } from './condition-words.ts'
import { ListField } from './fields/list-field.tsx'
import { ChoiceField, NumberField, Toggles, WordField } from './fields/simple-fields.tsx'
import type { Field, Group, Row, Rows } from './queries.ts'

type Props = {
  rows: Rows
  fields: readonly Field[]
  onChange: (rows: Rows) => void
  /** What else may be done with the condition. */
  children?: ReactNode
}

const COMMIT_AFTER_MS = 120

/** A condition as rows: a field, how it compares, with what; all of them, or one of them. */
export function ConditionBuilder({ rows: given, fields, onChange, children }: Props) {
  const { t } = useTranslation()
  const [rows, setRows] = useState(given)
  const sent = useRef(JSON.stringify(given))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const said = JSON.stringify(given)
  // Changed from elsewhere, by undo or in the YAML: the rows say what the text says.
  useEffect(() => {
    if (said === sent.current) return
    sent.current = said
    setRows(JSON.parse(said))
  }, [said])
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (next: Rows) => {
    setRows(next)
    const whole = wholeRows(next)
    if (whole === null) return
    const text = JSON.stringify(whole)
    if (text === sent.current) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = text
      onChange(whole)
    }, COMMIT_AFTER_MS)
  }
  const put = (index: number, row: Row | Group | null) =>
    change({ ...rows, rows: row === null ? rows.rows.toSpliced(index, 1) : rows.rows.with(index, row) })
  const first = fields[0]
  const fresh = (): Row => rowFor(first?.field ?? 'person.country', first)
  return (
    <fieldset className={look.builder} aria-label={t('agreement.editor.condition.title')}>
      {rows.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
        <div key={index} className={look.line}>
          <Joint index={index} join={rows.join} onJoin={(join) => change({ ...rows, join })} />
          {'rows' in row ? (
            <div className={look.group}>
              {row.rows.map((inner, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
                <div key={place} className={look.line}>
                  <Joint index={place} join={row.join} onJoin={(join) => put(index, { ...row, join })} />
                  <RowFields
                    row={inner}
                    fields={fields}
                    onChange={(next) => put(index, { ...row, rows: row.rows.with(place, next) })}
                  />
                  <Out
                    onClick={() =>
                      put(index, row.rows.length === 1 ? null : { ...row, rows: row.rows.toSpliced(place, 1) })
                    }
                  />
                </div>
              ))}
              <Add
                text={t('agreement.editor.condition.addInside')}
                onClick={() => put(index, { ...row, rows: [...row.rows, fresh()] })}
              />
            </div>
          ) : (
            <>
              <RowFields row={row} fields={fields} onChange={(next) => put(index, next)} />
              {rows.rows.length > 1 && <Out onClick={() => put(index, null)} />}
            </>
          )}
        </div>
      ))}
      <div className={look.adds}>
        <Add
          text={t('agreement.editor.condition.add')}
          onClick={() => change({ ...rows, rows: [...rows.rows, fresh()] })}
        />
        <Add
          text={t('agreement.editor.condition.addGroup')}
          onClick={() =>
            change({ ...rows, rows: [...rows.rows, { join: rows.join === 'all' ? 'any' : 'all', rows: [fresh()] }] })
          }
        />
        {children}
      </div>
    </fieldset>
  )
}

function Add({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <button type="button" className={look.add} onClick={onClick}>
      <IconPlus size={14} stroke={2} aria-hidden />
      {text}
    </button>
  )
}

function Out({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <button type="button" className={look.out} aria-label={t('agreement.editor.condition.takeOut')} onClick={onClick}>
      <IconX size={14} stroke={2} aria-hidden />
    </button>
  )
}

/** `if` before the first row, and the word that joins the others: choosing it changes all of them. */
function Joint({ index, join, onJoin }: { index: number; join: Rows['join']; onJoin: (join: Rows['join']) => void }) {
  const { t } = useTranslation()
  if (index === 0) return <span className={look.joint}>{t('agreement.editor.condition.if')}</span>
  return (
    <button
      type="button"
      className={look.joint}
      aria-label={t('agreement.editor.condition.switch', { word: t(`agreement.editor.condition.${join}`) })}
      onClick={() => onJoin(join === 'all' ? 'any' : 'all')}
    >
      {t(`agreement.editor.condition.${join}`)}
    </button>
  )
}

const GROUPS = [
  'person',
  'account',
  'lead',
  'grade',
  'page',
  'form',
  'email',
  'letter',
  'call',
  'event',
  'referral',
] as const
const OWN = 'traits.'

function RowFields({ row, fields, onChange }: { row: Row; fields: readonly Field[]; onChange: (row: Row) => void }) {
  const { t } = useTranslation()
  const known = fields.find(({ field }) => field === row.field)
  const isOwn = row.field.startsWith(OWN)
  const groupWords = (field: string): string => {
    const found = GROUPS.find((one) => one === groupOf(field))
    return found === undefined
      ? t('agreement.editor.condition.groups.other')
      : t(`agreement.editor.condition.groups.${found}`)
  }
  const choices = [
    ...fields.map(({ field, noun }) => ({ value: field, label: noun, group: groupWords(field) })),
    {
      value: OWN,
      label: t('agreement.editor.condition.ownField'),
      group: t('agreement.editor.condition.groups.other'),
    },
  ]
  const operators = operatorsOf(known)
  return (
    <span className={look.row}>
      <ChoiceField
        label={t('agreement.editor.condition.field')}
        value={isOwn ? OWN : row.field}
        choices={choices}
        onChange={(field) =>
          onChange(
            rowFor(
              field,
              fields.find((one) => one.field === field),
            ),
          )
        }
      />
      {isOwn && (
        <WordField
          label={t('agreement.editor.condition.ownName')}
          value={row.field.slice(OWN.length)}
          placeholder={t('agreement.editor.condition.ownName')}
          onChange={(name) => onChange({ ...row, field: `${OWN}${name}` })}
        />
      )}
      <ChoiceField
        label={t('agreement.editor.condition.comparison')}
        value={row.is}
        choices={(operators.includes(row.is) ? operators : [...operators, row.is]).map((is) => ({
          value: is,
          label: t(`agreement.editor.condition.is.${is}`),
        }))}
        onChange={(is) => onChange(withOperator(row, operators.find((one) => one === is) ?? row.is, known))}
      />
      <ValueField row={row} field={known} onChange={(value) => onChange({ ...row, value })} />
    </span>
  )
}

function ValueField({
  row,
  field,
  onChange,
}: {
  row: Row
  field: Field | undefined
  onChange: (value: Row['value']) => void
}) {
  const { t, i18n } = useTranslation()
  const label = t('agreement.editor.condition.value')
  const say = (code: string): string => {
    if (field?.reads !== 'country' || !/^[A-Z]{2}$/.test(code)) return code
    return new Intl.DisplayNames([i18n.language], { type: 'region' }).of(code) ?? code
  }
  if (takesNothing(row.is)) return null
  if (takesMany(row.is)) {
    const values = (Array.isArray(row.value) ? row.value : []).map(String)
    return field?.values !== null && field?.values !== undefined && field.values.length > 0 ? (
      <Toggles label={label} values={field.values} chosen={values} onChange={onChange} />
    ) : (
      <ListField
        label={label}
        values={values}
        say={say}
        onChange={onChange}
        placeholder={field?.reads === 'country' ? 'FR, BE…' : undefined}
      />
    )
  }
  const one = Array.isArray(row.value) ? (row.value[0] ?? '') : (row.value ?? '')
  if (field?.values !== null && field?.values !== undefined && field.values.length > 0)
    return (
      <ChoiceField
        label={label}
        value={String(one)}
        choices={field.values.map((value) => ({ value, label: value }))}
        onChange={onChange}
      />
    )
  if (typeof one === 'number' && field?.reads === 'cents')
    return (
      <NumberField label={label} value={one / 100} step="any" onChange={(value) => onChange(Math.round(value * 100))} />
    )
  if (typeof one === 'number') return <NumberField label={label} value={one} step="any" onChange={onChange} />
  return (
    <WordField
      label={label}
      value={String(one)}
      placeholder={t('agreement.editor.condition.valuePlaceholder')}
      onChange={(text) =>
        onChange(field === undefined && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text)
      }
    />
  )
}
