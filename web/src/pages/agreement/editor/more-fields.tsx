import { Menu } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import lines from './condition.module.css'
import { ListField } from './fields/list-field.tsx'
import { ChoiceField, NumberField, WordField } from './fields/simple-fields.tsx'
import { type FormProps, fieldsOf, textOf, wordsOf } from './forms/form-props.ts'
import { schemaQuery } from './queries.ts'
import { fieldsAt, firstValue, type Piece, shapeOf } from './schema-at.ts'

const NAMED = [
  'half_life',
  'at_most',
  'at_most_together',
  'speaks',
  'skills',
  'if_nobody',
  'weights',
  'hours',
  'only_when_working',
  'outside_hours',
  'away',
  'credit',
  'fallback',
  'countries',
  'regions',
  'postcodes',
  'pool',
  'for',
  'owner',
  'in',
  'of',
  'holidays',
  'absences',
  'accounts',
  'model',
  'fields',
  'points',
  'known_in_time',
  'because',
  'when',
  'evidence',
  'known_as',
  'of_which',
] as const

/** What a field of the document is called; one that this page does not know, by its own words. */
function nameOf(key: string, t: TFunction): string {
  const known = NAMED.find((one) => one === key)
  return known === undefined ? key.replaceAll('_', ' ') : t(`agreement.editor.keys.${known}`)
}

type Props = FormProps & { covered: readonly string[]; onYaml: () => void }

/** Whatever else a part says or may say, by the schema of the document: also what this page has no sentence for. */
export function MoreFields({ part, apply, covered, onYaml }: Props) {
  const { t } = useTranslation()
  const schema = useQuery(schemaQuery).data
  const value = fieldsOf(part.value)
  if (schema === undefined || (Object.keys(value).length === 0 && covered.length > 0)) return null
  const known = fieldsAt(schema, part.path, value)
  const pieces = new Map(known)
  const present = Object.keys(value).filter((key) => !covered.includes(key))
  const absent = known.filter(([key]) => !(key in value) && !covered.includes(key))
  return (
    <>
      {present.length > 0 && (
        <div className={lines.builder}>
          {present.map((key) => (
            <div key={key} className={lines.line}>
              <span className={lines.row}>
                <span className="quiet">{nameOf(key, t)}</span>
                <GenericField
                  label={nameOf(key, t)}
                  value={value[key]}
                  piece={pieces.get(key) ?? {}}
                  onChange={(next) => apply([{ op: 'set', path: [...part.path, key], value: next }])}
                  onYaml={onYaml}
                />
              </span>
              <button
                type="button"
                className={lines.out}
                aria-label={t('agreement.editor.takeOut', { what: nameOf(key, t) })}
                onClick={() => apply([{ op: 'remove', path: [...part.path, key] }])}
              >
                <IconX size={14} stroke={2} aria-hidden />
              </button>
            </div>
          ))}
        </div>
      )}
      {absent.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={lines.add} style={{ justifySelf: 'start', marginLeft: -6 }}>
              <IconPlus size={14} stroke={2} aria-hidden />
              {t('agreement.editor.addField')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {absent.map(([key, piece]) => (
              <Menu.Item
                key={key}
                onClick={() => apply([{ op: 'set', path: [...part.path, key], value: firstValue(piece, key) }])}
              >
                {nameOf(key, t)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

type Generic = { label: string; value: unknown; piece: Piece; onChange: (value: unknown) => void; onYaml: () => void }

function GenericField({ label, value, piece, onChange, onYaml }: Generic) {
  const { t } = useTranslation()
  const shape = shapeOf(piece)
  if (shape.kind === 'yes') return <span>{t('agreement.editor.yes')}</span>
  if (shape.kind === 'words' && typeof value === 'string')
    return (
      <ChoiceField
        label={label}
        value={value}
        choices={shape.values.map((one) => ({ value: one, label: one }))}
        onChange={onChange}
      />
    )
  if (typeof value === 'number') return <NumberField label={label} value={value} step="any" onChange={onChange} />
  if (typeof value === 'string')
    return <WordField label={label} value={textOf(value)} onChange={(text) => text !== '' && onChange(text)} />
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return (
      <ListField
        label={label}
        values={wordsOf(value)}
        offers={shape.kind === 'list' ? shape.values.map((one) => ({ value: one })) : []}
        onChange={(list) => list.length > 0 && onChange(list)}
      />
    )
  return (
    <button type="button" className={lines.switch} onClick={onYaml}>
      {t('agreement.editor.inYaml')}
    </button>
  )
}
