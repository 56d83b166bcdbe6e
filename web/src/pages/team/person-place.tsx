import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sayDone } from '../../ui/toast.ts'
import { TeamSelect } from './add-colleague.tsx'
import type { Team, UserView } from './queries.ts'
import { ROLES } from './roles.ts'
import look from './team.module.css'
import { useChangeUser } from './use-change-user.ts'

/** Role and team; a change is stored at once. */
export function PersonPlace({ user, teams, isAdmin }: { user: UserView; teams: readonly Team[]; isAdmin: boolean }) {
  const { t } = useTranslation()
  const change = useChangeUser()
  const saved = () => sayDone(t('team.saved'))
  if (!isAdmin) {
    return (
      <p>
        {t(`common.role.${user.role}`)} · {user.team?.name ?? t('team.noTeam')}
      </p>
    )
  }
  return (
    <div className={look.pair}>
      <NativeSelect
        label={t('team.role')}
        data={ROLES.map((one) => ({ value: one, label: t(`common.role.${one}`) }))}
        value={user.role}
        disabled={change.isPending}
        onChange={(event) => {
          const role = ROLES.find((one) => one === event.currentTarget.value)
          if (role !== undefined) change.mutate({ userId: user.id, body: { role }, onDone: saved })
        }}
      />
      <TeamSelect
        teams={teams}
        value={user.team?.id ?? ''}
        onChange={(teamId) =>
          change.mutate({ userId: user.id, body: { teamId: teamId === '' ? null : teamId }, onDone: saved })
        }
      />
    </div>
  )
}
