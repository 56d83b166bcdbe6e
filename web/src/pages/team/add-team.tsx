import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import type { Side } from '../../api/types.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import look from './team.module.css'

/** Adds a team to one of the two sides. */
export function AddTeam({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [side, setSide] = useState<Side>('sales')
  const add = useMutation({
    mutationFn: () => take(api.POST('/api/teams', { body: { name: name.trim(), side } })),
    onSuccess: () => {
      setName('')
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['teams'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') add.mutate()
  }
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('team.addTeam')} width={400}>
      <form onSubmit={submit} className={look.form}>
        <TextInput
          label={t('team.teamName')}
          value={name}
          required
          maxLength={200}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('team.side')}
          data={[
            { value: 'marketing', label: t('common.side.marketing') },
            { value: 'sales', label: t('common.side.sales') },
          ]}
          value={side}
          onChange={(event) => setSide(event.currentTarget.value === 'marketing' ? 'marketing' : 'sales')}
        />
        {add.isError && <ErrorNote error={add.error} isInline />}
        <Button type="submit" variant="filled" loading={add.isPending}>
          {t('team.addTeam')}
        </Button>
      </form>
    </Drawer>
  )
}
