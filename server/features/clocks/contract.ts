import { z } from 'zod'
import { contract, EVERYONE, MANAGERS } from '../../http/contract.ts'
import { cursor, moment, pageSize, teamSide, userRef } from '../../http/shapes.ts'

export const clockRow = z
  .object({
    personId: z.uuid(),
    attempt: z.int(),
    name: z.string(),
    company: z.string().nullable(),
    grade: z.string().nullable(),
    stage: z.string().nullable(),
    owner: userRef.nullable(),
    isOwnerAway: z.boolean(),
    clock: z.string(),
    clause: z.string(),
    team: teamSide,
    startedAt: moment,
    dueAt: moment,
    /** Working time left in the owner's calendar, in milliseconds; negative when it ran out. */
    leftMs: z.number(),
    isBreached: z.boolean(),
    /** Asked the manager, and what. */
    asked: z.object({ at: moment, by: userRef.nullable(), note: z.string() }).nullable(),
  })
  .meta({ id: 'ClockRow' })

export const listClocks = contract({
  id: 'listClocks',
  method: 'GET',
  url: '/api/clocks',
  summary: 'What runs out next: the running clocks of sales, soonest due first, by keyset.',
  roles: MANAGERS,
  query: z.object({
    owner: z.uuid().optional(),
    team: z.uuid().optional(),
    clause: z.string().max(20).optional(),
    /** `late`: run out already; `running`: not yet; `away`: of owners who are away now; `asked`: whose owner asks the manager. */
    of: z.enum(['all', 'late', 'running', 'away', 'asked']).default('all'),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({ now: moment, clocks: z.array(clockRow), next: cursor.nullable() }),
})

export const getLoad = contract({
  id: 'getLoad',
  method: 'GET',
  url: '/api/clocks/load',
  summary: 'Who of sales has how much: open leads, clocks late and soon, what today may still bring, and who is away.',
  roles: MANAGERS,
  query: z.object({ team: z.uuid().optional() }),
  response: z.object({
    now: moment,
    /** Questions to the manager that wait for an answer. */
    asked: z.int(),
    nobodys: z.int(),
    clauses: z.array(z.object({ clause: z.string(), clock: z.string(), sentence: z.string() })),
    people: z.array(
      z.object({
        user: userRef,
        team: userRef.nullable(),
        isActive: z.boolean(),
        isAway: z.boolean(),
        awayUntil: moment.nullable(),
        openLeads: z.int(),
        late: z.int(),
        withinHour: z.int(),
        takenToday: z.int(),
        /** How many the agreement lets them be given a day; null: any number. */
        dayLimit: z.int().nullable(),
      }),
    ),
  }),
})

export const assignLeads = contract({
  id: 'assignLeads',
  method: 'POST',
  url: '/api/clocks/assignments',
  summary:
    'Gives leads to somebody, with the manager’s reason, all or none. Who is away or no longer here is refused unless confirmed. Undo: retract the facts answered.',
  roles: MANAGERS,
  body: z.object({
    personIds: z.array(z.uuid()).min(1).max(200),
    to: z.uuid(),
    note: z.string().trim().min(1).max(2_000),
    isConfirmed: z.boolean().default(false),
  }),
  response: z.object({ facts: z.array(z.object({ factId: z.uuid(), personId: z.uuid() })) }),
  status: 201,
})

export const previewRunningClocks = contract({
  id: 'previewRunningClocks',
  method: 'GET',
  url: '/api/agreements/:version/running-clocks',
  summary: 'What becomes of the clocks that run now if this version came into force now: how many keep, change or end.',
  roles: EVERYONE,
  params: z.object({ version: z.coerce.number().int().min(1) }),
  response: z.object({
    takes: z.enum(['keep', 'take']),
    running: z.int(),
    changing: z.int(),
    clocks: z.array(
      z.object({
        clock: z.string(),
        running: z.int(),
        changing: z.int(),
        ending: z.int(),
        /** Terms as they are and as they would be, in words of the agreement. */
        terms: z.array(z.object({ from: z.string(), to: z.string().nullable(), clocks: z.int() })),
      }),
    ),
  }),
})
