import { IconBuilding, IconLayoutKanban, IconUser, IconUserCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../api/types.ts'
import { paths } from '../paths.ts'
import { GradeBadge } from '../ui/grade-badge.tsx'
import type { PaletteItem } from './use-palette-actions.tsx'

/** What the search found, as lines of the palette. */
export function useFoundItems(found: Answered<'search'> | undefined): PaletteItem[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  if (found === undefined) return []
  const icon = { size: 18, stroke: 1.6 } as const
  const aside = (...parts: (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · ') || undefined
  return [
    ...found.people.map((person) => ({
      id: person.personId,
      group: t('frame.palette.people'),
      label: person.name,
      aside: aside(person.company, person.email),
      icon: <IconUser {...icon} />,
      mark: person.grade === null ? null : <GradeBadge grade={person.grade} />,
      run: () => void navigate({ to: paths.lead, params: { personId: person.personId } }),
    })),
    ...found.deals.map((deal) => ({
      id: `${deal.personId} ${deal.id}`,
      group: t('frame.palette.deals'),
      label: deal.name ?? deal.person,
      aside: aside(deal.name === null ? null : deal.person, deal.company, t(`frame.palette.deal.${deal.status}`)),
      icon: <IconLayoutKanban {...icon} />,
      run: () => void navigate({ to: paths.deal, params: { personId: deal.personId, dealId: deal.id } }),
    })),
    ...found.accounts.map((account) => ({
      id: account.accountId,
      group: t('frame.palette.accounts'),
      label: account.name,
      aside: aside(account.domain, t('frame.palette.peopleCount', { count: account.people })),
      icon: <IconBuilding {...icon} />,
      run: () => void navigate({ to: paths.account, params: { accountId: account.accountId } }),
    })),
    ...found.users.map((user) => ({
      id: user.id,
      group: t('frame.palette.colleagues'),
      label: user.name,
      aside: t('frame.palette.colleagueQueue', { name: user.name.split(' ')[0] ?? user.name }),
      icon: <IconUserCircle {...icon} />,
      run: () => void navigate({ to: paths.people, search: { owner: user.id } }),
    })),
  ]
}
