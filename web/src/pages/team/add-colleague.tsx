import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import type { Role } from '../../api/types.ts'
import { currentLanguage } from '../../i18n/i18n.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { InvitationLink } from './invitation-link.tsx'
import type { Team } from './queries.ts'
import { ROLES } from './roles.ts'
import look from './team.module.css'

type Props = { isOpen: boolean; teams: readonly Team[]; onClose: () => void }

/** Adds a colleague and gives the link with which they set their password. */
export function AddColleague({ isOpen, teams, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('team.add')} width={440}>
      {isOpen && <ColleagueForm teams={teams} onClose={onClose} />}
    </Drawer>
  )
}

function ColleagueForm({ teams, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('seller')
  const [chosenTeam, setChosenTeam] = useState<string | null>(null)
  const teamId = chosenTeam ?? usualTeam(role, teams)
  const [locale, setLocale] = useState(currentLanguage())
  const add = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/users', {
          body: { name: name.trim(), email: email.trim(), role, teamId: teamId === '' ? null : teamId, locale },
        }),
      ),
    onSettled: () => {
      for (const noun of ['users', 'teams']) void client.invalidateQueries({ queryKey: [noun] })
    },
  })
  if (add.data !== undefined && add.data.invitation !== null) {
    return <InvitationLink name={name} link={add.data.invitation} mailedTo={add.data.mailedTo} onDone={onClose} />
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form onSubmit={submit} className={look.form}>
      <TextInput
        label={t('team.name')}
        value={name}
        required
        maxLength={200}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('team.email')}
        type="email"
        value={email}
        required
        maxLength={320}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('team.role')}
        description={t(`team.roleTexts.${role}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={ROLES.map((one) => ({ value: one, label: t(`common.role.${one}`) }))}
        value={role}
        onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? role)}
      />
      <TeamSelect teams={teams} value={teamId} onChange={setChosenTeam} />
      <NativeSelect
        label={t('team.language')}
        data={[
          { value: 'en', label: t('team.languages.en') },
          { value: 'fr', label: t('team.languages.fr') },
        ]}
        value={locale}
        onChange={(event) => setLocale(event.currentTarget.value === 'fr' ? 'fr' : 'en')}
      />
      {add.isError && <ErrorNote error={add.error} isInline />}
      <Button type="submit" variant="filled" loading={add.isPending}>
        {t('team.invite')}
      </Button>
    </form>
  )
}

/** A marketer belongs to marketing and a seller to sales, unless somebody says otherwise. */
function usualTeam(role: Role, teams: readonly Team[]): string {
  const side = role === 'marketer' ? 'marketing' : role === 'seller' ? 'sales' : null
  return teams.find((team) => team.side === side)?.id ?? ''
}

/** Chooses a team of either side, or none. */
export function TeamSelect({
  teams,
  value,
  onChange,
}: {
  teams: readonly Team[]
  value: string
  onChange: (teamId: string) => void
}) {
  const { t } = useTranslation()
  const side = (which: 'marketing' | 'sales') => ({
    group: t(`common.side.${which}`),
    items: teams.filter((team) => team.side === which).map((team) => ({ value: team.id, label: team.name })),
  })
  return (
    <NativeSelect
      label={t('team.team')}
      data={[{ value: '', label: t('team.noTeam') }, side('marketing'), side('sales')]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
