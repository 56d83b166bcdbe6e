import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'

export type Person = { personId: string; name: string; company: string | null }

const PAUSE_MS = 120

/** Finds a person by name, company or e-mail. */
export function PersonField({
  person,
  onPerson,
}: {
  person: Person | null
  onPerson: (person: Person | null) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(person?.name ?? '')
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => take(api.GET('/api/search', { params: { query: { q, limit: 8 } }, signal })),
    enabled: q !== '',
  }).data?.people
  const [isOpen, setIsOpen] = useState(false)
  const labelOf = (one: Person) => [one.name, one.company].filter((part) => part !== null && part !== '').join(' · ')
  const choices = [...new Map((found ?? []).map((one) => [labelOf(one), one]))]
  return (
    <Autocomplete
      label={t('deals.field.person')}
      placeholder={t('deals.field.personHint')}
      data={choices.map(([label]) => label)}
      filter={({ options }) => options}
      value={typed}
      onChange={(value) => {
        setTyped(value)
        setIsOpen(true)
        const chosen = choices.find(([label]) => label === value)?.[1]
        onPerson(
          chosen === undefined ? null : { personId: chosen.personId, name: chosen.name, company: chosen.company },
        )
      }}
      // Nothing to choose from is no list: Escape then closes the dialog at once.
      dropdownOpened={isOpen && person === null && choices.length > 0}
      onDropdownClose={() => setIsOpen(false)}
      description={typed !== '' && person === null && found?.length === 0 ? t('deals.field.personUnknown') : null}
      data-autofocus
      required
    />
  )
}
