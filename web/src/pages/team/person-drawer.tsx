import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Absences } from './absences.tsx'
import { HandingOn } from './hand-on.tsx'
import { PersonAbilities } from './person-abilities.tsx'
import { PersonAccess } from './person-access.tsx'
import { PersonPlace } from './person-place.tsx'
import type { Team, UserView } from './queries.ts'
import look from './team.module.css'
import { WorkingHours } from './working-hours.tsx'

type Props = { user: UserView | null; teams: readonly Team[]; onClose: () => void }

/** A colleague: role and team, absences, working hours, access. What one may not change is shown, not hidden. */
export function PersonDrawer({ user, teams, onClose }: Props) {
  const { t } = useTranslation()
  const isAdmin = useIsRole('admin')
  const isManager = useIsRole('admin', 'manager')
  return (
    <Drawer isOpen={user !== null} onClose={onClose} title={user?.name ?? t('team.details')} width={520}>
      {user !== null && (
        <div className={look.panel} key={user.id}>
          {user.email !== null && <p className="quiet">{user.email}</p>}
          <PersonPlace user={user} teams={teams} isAdmin={isAdmin} />
          <PersonAbilities user={user} isAdmin={isAdmin} />
          <Absences user={user} />
          <WorkingHours user={user} isAdmin={isAdmin} />
          {isManager && <HandingOn user={user} />}
          {isAdmin && <PersonAccess user={user} />}
        </div>
      )}
    </Drawer>
  )
}
