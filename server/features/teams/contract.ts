import { z } from 'zod'
import { ADMINS, contract, EVERYONE } from '../../http/contract.ts'
import { teamSide } from '../../http/shapes.ts'

const team = z.object({ id: z.uuid(), name: z.string(), side: teamSide, people: z.int() }).meta({ id: 'Team' })

export const listTeams = contract({
  id: 'listTeams',
  method: 'GET',
  url: '/api/teams',
  summary: 'The teams of both sides.',
  roles: EVERYONE,
  response: z.object({ teams: z.array(team) }),
})

export const createTeam = contract({
  id: 'createTeam',
  method: 'POST',
  url: '/api/teams',
  summary: 'Adds a team to marketing or to sales.',
  roles: ADMINS,
  body: z.object({ name: z.string().min(1).max(200), side: teamSide }),
  response: z.object({ id: z.uuid() }),
  status: 201,
})

export const changeTeam = contract({
  id: 'changeTeam',
  method: 'PATCH',
  url: '/api/teams/:teamId',
  summary: 'Renames a team.',
  roles: ADMINS,
  params: z.object({ teamId: z.uuid() }),
  body: z.object({ name: z.string().min(1).max(200) }),
  response: null,
  status: 204,
})

export const removeTeam = contract({
  id: 'removeTeam',
  method: 'DELETE',
  url: '/api/teams/:teamId',
  summary: 'Removes an empty team; a team with people, or one that the agreement in force names, is refused.',
  roles: ADMINS,
  params: z.object({ teamId: z.uuid() }),
  response: null,
  status: 204,
})
