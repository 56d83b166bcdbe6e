import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { AddColleague } from './add-colleague.tsx'
import { AddTeam } from './add-team.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { teamsQuery, usersQuery } from './queries.ts'
import { parseTeamSearch } from './search.ts'
import { TwoSides } from './two-sides.tsx'
import { WriteKeys } from './write-keys.tsx'

/** Everybody, the two teams facing each other; beneath, the keys with which a site sends what visitors do. */
export function TeamPage() {
  const { t } = useTranslation()
  const search = parseTeamSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const isAdmin = useIsRole('admin')
  const users = useQuery(usersQuery)
  const teams = useQuery(teamsQuery).data?.teams ?? []
  const [adding, setAdding] = useState<'person' | 'team' | null>(null)
  const open = (person: string | undefined) => void navigate({ to: paths.team, search: { person }, resetScroll: false })
  const why = isAdmin ? null : t('team.adminsOnly')
  return (
    <Page>
      <PageHeader
        title={t('team.title')}
        actions={
          <>
            <ReasonedButton why={why} visibleFrom="sm" onClick={() => setAdding('team')}>
              {t('team.addTeam')}
            </ReasonedButton>
            <ReasonedButton
              variant="filled"
              why={why}
              leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
              onClick={() => setAdding('person')}
            >
              {t('team.add')}
            </ReasonedButton>
          </>
        }
      />
      <Loaded query={users}>
        {(data) => (
          <>
            <TwoSides users={data.users} teams={teams} onOpen={open} />
            <PersonDrawer
              user={data.users.find((user) => user.id === search.person) ?? null}
              teams={teams}
              onClose={() => open(undefined)}
            />
          </>
        )}
      </Loaded>
      {isAdmin && <WriteKeys />}
      <AddColleague isOpen={adding === 'person'} teams={teams} onClose={() => setAdding(null)} />
      <AddTeam isOpen={adding === 'team'} onClose={() => setAdding(null)} />
    </Page>
  )
}
