import { ActionIcon, Button, Menu, Popover, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { sayRefused } from '../../ui/toast.ts'
import type { Team } from './queries.ts'
import look from './team.module.css'

/** The name of a team with what administrators may do with it. */
export function TeamHead({ team }: { team: Team }) {
  const { t } = useTranslation()
  const isAdmin = useIsRole('admin')
  const client = useQueryClient()
  const [isRenaming, setIsRenaming] = useState(false)
  const settled = () => {
    for (const noun of ['teams', 'users']) void client.invalidateQueries({ queryKey: [noun] })
  }
  const path = { teamId: team.id }
  const rename = useMutation({
    mutationFn: (name: string) => done(api.PATCH('/api/teams/{teamId}', { params: { path }, body: { name } })),
    onSuccess: () => setIsRenaming(false),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/teams/{teamId}', { params: { path } })),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  return (
    <div className={look.teamHead}>
      <h3>{team.name}</h3>
      {isAdmin && (
        <Popover opened={isRenaming} onChange={setIsRenaming} trapFocus position="bottom-end">
          <Popover.Target>
            <span>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label={`${t('common.more')}: ${team.name}`}>
                    <IconDots size={16} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setIsRenaming(true)}>{t('team.rename')}</Menu.Item>
                  <Menu.Item
                    disabled={team.people > 0}
                    title={team.people > 0 ? t('team.teamNotEmpty') : undefined}
                    onClick={() => remove.mutate()}
                  >
                    {t('team.removeTeam', { name: team.name })}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </span>
          </Popover.Target>
          <Popover.Dropdown>
            <RenameForm start={team.name} isBusy={rename.isPending} onSave={(name) => rename.mutate(name)} />
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  )
}

function RenameForm({ start, isBusy, onSave }: { start: string; isBusy: boolean; onSave: (name: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(start)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onSave(name.trim())
  }
  return (
    <form onSubmit={submit} className={look.inlineForm}>
      <TextInput
        label={t('team.teamName')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" loading={isBusy}>
        {t('team.save')}
      </Button>
    </form>
  )
}
