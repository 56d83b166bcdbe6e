import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './import.module.css'
import { type Mapping, profilesQuery } from './queries.ts'

type Props = { mapping: Mapping; onUse: (mapping: Mapping) => void }

/** Mappings remembered from earlier imports. Columns this file does not have are passed over. */
export function SavedMappings({ mapping, onUse }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const saved = useQuery(profilesQuery).data?.saved ?? []
  const forget = useMutation({
    mutationFn: (profileId: string) =>
      done(api.DELETE('/api/import-profiles/{profileId}', { params: { path: { profileId } } })),
    onSuccess: () => sayDone(t('importing.forgotten')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['import profiles'] }),
  })
  const use = (remembered: Mapping) => {
    const own = Object.keys(mapping.columns).map((column) => {
      const target = column in remembered.columns ? remembered.columns[column] : mapping.columns[column]
      return [column, target ?? null] as const
    })
    onUse({ ...remembered, columns: Object.fromEntries(own) })
  }
  if (saved.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}>
          {t('importing.useSaved')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {saved.map((one) => (
          <div key={one.id} className={look.saved}>
            <Menu.Item onClick={() => use(one.mapping)}>{one.name}</Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('importing.forget')}: ${one.name}`}
              title={t('importing.forget')}
              onClick={() => forget.mutate(one.id)}
            >
              <IconTrash size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
