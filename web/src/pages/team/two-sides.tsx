import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../../api/types.ts'
import { TeamBadge } from '../../ui/team-badge.tsx'
import { PersonRow } from './person-row.tsx'
import type { Team, UserView } from './queries.ts'
import look from './team.module.css'
import { TeamHead } from './team-head.tsx'

const SIDES = ['marketing', 'sales'] as const

type Props = { users: readonly UserView[]; teams: readonly Team[]; onOpen: (userId: string) => void }

/** Marketing left, sales right, each with its teams and people; those in no team below. */
export function TwoSides({ users, teams, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const [isWithInactive, setIsWithInactive] = useState(false)
  const byName = users.toSorted((a, b) => a.name.localeCompare(b.name, i18n.language))
  const shown = byName.filter((user) => user.isActive || isWithInactive)
  const inactive = users.filter((user) => !user.isActive).length
  const homeless = shown.filter((user) => user.team === null)
  return (
    <>
      <div className={look.sides}>
        {SIDES.map((side) => (
          <SideColumn
            key={side}
            side={side}
            users={shown}
            teams={teams.filter((team) => team.side === side)}
            onOpen={onOpen}
          />
        ))}
      </div>
      {homeless.length > 0 && (
        <section className={look.homeless}>
          <h2 className={look.sideTitle}>{t('team.sides.none')}</h2>
          <People users={homeless} onOpen={onOpen} />
        </section>
      )}
      {inactive > 0 && !isWithInactive && (
        <Button variant="subtle" onClick={() => setIsWithInactive(true)}>
          {t('team.showInactive', { count: inactive })}
        </Button>
      )}
    </>
  )
}

function SideColumn({ side, users, teams, onOpen }: Props & { side: Side }) {
  const { t } = useTranslation()
  const count = users.filter((user) => user.team?.side === side && user.isActive).length
  return (
    <section className={look.side} data-side={side} aria-label={t(`team.sides.${side}`)}>
      <header className={look.sideHead}>
        <h2>
          <TeamBadge side={side} name={t(`team.sides.${side}`)} />
        </h2>
        <span className="quiet small tnum">{t('team.people', { count })}</span>
      </header>
      {count === 0 && <p className={look.nobody}>{t(`team.emptySide.${side}`)}</p>}
      {teams.map((team) => (
        <div key={team.id}>
          {(teams.length > 1 || team.name !== t(`team.sides.${side}`)) && <TeamHead team={team} />}
          <People users={users.filter((user) => user.team?.id === team.id)} onOpen={onOpen} />
        </div>
      ))}
    </section>
  )
}

function People({ users, onOpen }: { users: readonly UserView[]; onOpen: (userId: string) => void }) {
  return (
    <ul>
      {users.map((user) => (
        <li key={user.id}>
          <PersonRow user={user} onOpen={() => onOpen(user.id)} />
        </li>
      ))}
    </ul>
  )
}
