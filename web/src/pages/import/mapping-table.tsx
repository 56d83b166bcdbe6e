import { NativeSelect, TextInput } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import look from './import.module.css'
import type { Mapping, Preview } from './queries.ts'
import { knownTarget, TARGET_GROUPS, TRAIT, targetsTakenTwice, traitOf } from './targets.ts'

type Props = { mapping: Mapping; columns: Preview['columns']; onChange: (mapping: Mapping) => void }

/** What a target is called; a detail keeps the name it was given. */
export function sayTarget(target: string, t: TFunction): string {
  const known = knownTarget(target)
  if (known !== undefined) return t(`importing.targets.${known}`)
  return target.startsWith(TRAIT) ? target.slice(TRAIT.length) : target
}

function choices(t: TFunction) {
  const group = (name: keyof typeof TARGET_GROUPS) => ({
    group: t(`importing.groups.${name}`),
    items: TARGET_GROUPS[name].map((target) => ({ value: target, label: t(`importing.targets.${target}`) })),
  })
  return [
    {
      group: t('importing.groups.none'),
      items: [
        { value: '', label: t('importing.leaveOut') },
        { value: TRAIT, label: t('importing.keepAs') },
      ],
    },
    group('person'),
    group('account'),
    group('touch'),
    group('work'),
  ]
}

/** Each column with samples of it and the field it becomes. */
export function MappingTable({ mapping, columns, onChange }: Props) {
  const { t } = useTranslation()
  const data = choices(t)
  const twice = targetsTakenTwice(mapping.columns)
  const put = (column: string, target: string | null) =>
    onChange({ ...mapping, columns: { ...mapping.columns, [column]: target } })
  return (
    <>
      <ul className={look.mapping}>
        {columns.map((column) => {
          const target = mapping.columns[column.name] ?? null
          const isTrait = target?.startsWith(TRAIT) ?? false
          return (
            <li key={column.name} className={look.column} data-left-out={target === null || undefined}>
              <span className={look.columnName}>{column.name}</span>
              <span className={`${look.samples} cut`} title={column.samples.join('\n')}>
                {column.samples.join(' · ')}
              </span>
              <span className={look.target}>
                <NativeSelect
                  aria-label={`${column.name}: ${t('importing.becomes')}`}
                  data={data}
                  value={target === null ? '' : isTrait ? TRAIT : target}
                  onChange={(event) => {
                    const value = event.currentTarget.value
                    put(column.name, value === '' ? null : value === TRAIT ? traitOf(column.name) : value)
                  }}
                />
                {isTrait && target !== null && (
                  <TextInput
                    aria-label={t('importing.traitName')}
                    value={target.slice(TRAIT.length)}
                    onChange={(event) => put(column.name, `${TRAIT}${event.currentTarget.value}`)}
                  />
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {twice.map((target) => (
        <p key={target} className={look.wrong} role="alert">
          {t('importing.twice', { target: sayTarget(target, t) })}
        </p>
      ))}
    </>
  )
}
