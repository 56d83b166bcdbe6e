import { ActionIcon, Button, Checkbox, Menu, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './forms.module.css'
import { FIELD_NAMES, type FormField } from './queries.ts'

type Props = { fields: readonly FormField[]; onChange: (fields: FormField[]) => void }

/** The fields of a form in their order, with their labels and whether they must be filled. */
export function FieldList({ fields, onChange }: Props) {
  const { t } = useTranslation()
  const free = FIELD_NAMES.filter((name) => fields.every((field) => field.name !== name))
  const put = (at: number, part: Partial<FormField>) =>
    onChange(fields.map((field, i) => (i === at ? { ...field, ...part } : field)))
  const move = (at: number, by: -1 | 1) => {
    const moved = fields[at]
    if (moved === undefined) return
    const rest = fields.filter((_, i) => i !== at)
    onChange(rest.toSpliced(at + by, 0, moved))
  }
  return (
    <fieldset className={look.fields}>
      <legend>{t('forms.fields')}</legend>
      <ul>
        {fields.map((field, i) => {
          const name = t(`forms.names.${field.name}`)
          return (
            <li key={field.name} className={look.field}>
              <span className={look.fieldName}>{name}</span>
              <TextInput
                aria-label={`${name}: ${t('forms.label')}`}
                value={field.label}
                maxLength={200}
                onChange={(event) => put(i, { label: event.currentTarget.value })}
              />
              <Checkbox
                label={t('forms.required')}
                checked={field.isRequired}
                onChange={(event) => put(i, { isRequired: event.currentTarget.checked })}
              />
              <span className={look.fieldTools}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={i === 0}
                  aria-label={t('forms.moveUp', { field: name })}
                  onClick={() => move(i, -1)}
                >
                  <IconArrowUp size={15} stroke={1.6} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={i === fields.length - 1}
                  aria-label={t('forms.moveDown', { field: name })}
                  onClick={() => move(i, 1)}
                >
                  <IconArrowDown size={15} stroke={1.6} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={fields.length === 1}
                  title={fields.length === 1 ? t('forms.lastField') : undefined}
                  aria-label={t('forms.removeField', { field: name })}
                  onClick={() => onChange(fields.filter((_, at) => at !== i))}
                >
                  <IconX size={15} stroke={1.6} aria-hidden />
                </ActionIcon>
              </span>
            </li>
          )
        })}
      </ul>
      {free.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />}>
              {t('forms.addField')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {free.map((name) => (
              <Menu.Item
                key={name}
                onClick={() => onChange([...fields, { name, label: t(`forms.names.${name}`), isRequired: false }])}
              >
                {t(`forms.names.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </fieldset>
  )
}
