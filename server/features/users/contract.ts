import { z } from 'zod'
import { ADMINS, contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { moment, role, teamSide } from '../../http/shapes.ts'

/** A language as a BCP-47 tag, such as "fr" or "pt-BR". */
const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language tag such as "fr" or "pt-BR"')
const languages = z.array(languageTag).max(20)
const skills = z.array(z.string().trim().min(1).max(60)).max(30)

const absence = z.object({ id: z.uuid(), startsAt: moment, endsAt: moment, note: z.string() })

export const userView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    role,
    team: z.object({ id: z.uuid(), name: z.string(), side: teamSide }).nullable(),
    isActive: z.boolean(),
    canSignIn: z.boolean(),
    isAwayNow: z.boolean(),
    absences: z.array(absence),
    /** Own working hours in the written form of agreements, or null for the agreement's. */
    calendar: z.object({ zone: z.string(), hours: z.record(z.string(), z.array(z.string())) }).nullable(),
    openLeads: z.int(),
    /** Languages they work in, as BCP-47 tags, and what they can do: routing clauses may ask for either. */
    languages: z.array(z.string()),
    skills: z.array(z.string()),
    createdAt: moment,
  })
  .meta({ id: 'UserView' })

export const listUsers = contract({
  id: 'listUsers',
  method: 'GET',
  url: '/api/users',
  summary: 'The people of both teams with their absences and open leads.',
  roles: EVERYONE,
  response: z.object({ users: z.array(userView) }),
})

export const createUser = contract({
  id: 'createUser',
  method: 'POST',
  url: '/api/users',
  summary:
    'Adds a colleague. Without a password, a link with which they set one is answered, once, to hand over; it is mailed too when a mail server is set.',
  roles: ADMINS,
  body: z.object({
    name: z.string().min(1).max(200),
    email: z.email().max(320),
    role,
    teamId: z.uuid().nullable(),
    password: z.string().min(10).max(200).optional(),
    locale: z.enum(['en', 'fr']).optional(),
    languages: languages.optional(),
    skills: skills.optional(),
  }),
  response: z.object({ id: z.uuid(), invitation: z.string().nullable(), mailedTo: z.string().nullable() }),
  status: 201,
})

export const changeUser = contract({
  id: 'changeUser',
  method: 'PATCH',
  url: '/api/users/:userId',
  summary:
    'Changes name, role, team, activity, working hours, languages or skills. Open leads of who is deactivated go to others, unless `reroute` is false. The last active administrator cannot be removed.',
  roles: ADMINS,
  params: z.object({ userId: z.uuid() }),
  body: z.object({
    name: z.string().min(1).max(200).optional(),
    email: z.email().max(320).optional(),
    role: role.optional(),
    teamId: z.uuid().nullable().optional(),
    isActive: z.boolean().optional(),
    calendar: z
      .object({ zone: z.string(), hours: z.record(z.string(), z.array(z.string())) })
      .nullable()
      .optional(),
    languages: languages.optional(),
    skills: skills.optional(),
    reroute: z.boolean().optional(),
  }),
  response: userView,
})

export const inviteUser = contract({
  id: 'inviteUser',
  method: 'POST',
  url: '/api/users/:userId/invitation',
  summary: 'Makes a new link with which the person sets a password.',
  roles: ADMINS,
  params: z.object({ userId: z.uuid() }),
  response: z.object({ invitation: z.string(), mailedTo: z.string().nullable() }),
  status: 201,
})

export const askPasswordReset = contract({
  id: 'askPasswordReset',
  method: 'POST',
  url: '/api/password-resets',
  summary: 'Mails a link for a new password to the address, if somebody signs in with it. The answer does not tell.',
  roles: 'public',
  body: z.object({ email: z.email().max(320) }),
  response: null,
  status: 204,
})

export const acceptInvitation = contract({
  id: 'acceptInvitation',
  method: 'POST',
  url: '/api/invitations',
  summary: 'Sets a password with the token of an invitation link, and signs in.',
  roles: 'public',
  body: z.object({ token: z.string().min(20).max(200), password: z.string().min(10).max(200) }),
  response: z.object({ userId: z.uuid() }),
  status: 201,
})

export const planAbsence = contract({
  id: 'planAbsence',
  method: 'POST',
  url: '/api/users/:userId/absences',
  summary:
    'Plans an absence: no new leads, and running clocks of theirs stand still meanwhile. With `reroute`, their open leads go to others when it begins. Own absences, or anyone’s for managers.',
  roles: NOT_VIEWERS,
  params: z.object({ userId: z.uuid() }),
  body: z.object({
    startsAt: moment,
    endsAt: moment,
    note: z.string().max(500).default(''),
    reroute: z.boolean().default(false),
  }),
  response: absence,
  status: 201,
})

export const cancelAbsence = contract({
  id: 'cancelAbsence',
  method: 'DELETE',
  url: '/api/users/:userId/absences/:absenceId',
  summary: 'Cancels an absence.',
  roles: NOT_VIEWERS,
  params: z.object({ userId: z.uuid(), absenceId: z.uuid() }),
  response: null,
  status: 204,
})
