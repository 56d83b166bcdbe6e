import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'

/** Finds one person by name, company or e-mail. */
export function PersonPicker({
  label,
  value,
  onChange,
  isOptional = false,
}: {
  label: string
  value: string | null
  onChange: (personId: string | null) => void
  isOptional?: boolean
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => take(api.GET('/api/search', { params: { query: { q } }, signal })),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  }).data
  return (
    <Select
      label={label}
      placeholder={t('networking.ties.search')}
      searchable
      clearable
      required={!isOptional}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={q.length > 1 ? t('networking.ties.nothing') : undefined}
      data={(found?.people ?? []).map(({ personId, name, company, email }) => ({
        value: personId,
        label: [name, company ?? email].filter((part) => part !== null && part !== '').join(', '),
      }))}
    />
  )
}
