import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { createSession } from '../calls/create-session.ts'
import { filter } from '../calls/shapes.ts'
import { OPENINGS } from './call-scripts.ts'
import type { Cast } from './cast.ts'

/** The same id for the same thing each time the demo is made. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`demo calls ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const LIST = 'Quiet leads of the trade fair'

/** Scripts, a kept list and a prepared session, so that a newcomer can call at once; running it again changes nothing. */
export async function putCalls(ctx: Context, cast: Cast): Promise<void> {
  const now = new Date(ctx.now())
  const by = cast.sellers[0]
  if (by === undefined) return
  const quiet = filter.parse({ whose: 'everybody', stages: ['qualified', 'accepted'], notCalledForDays: 1 })
  await inTransaction(ctx.db, async (tx) => {
    for (const one of OPENINGS)
      await tx.query(
        `insert into call_scripts (script_id, name, opening, questions, driver, proof, objections, created_by, created_at, updated_at, message_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9,
           (select message_id from messages where approved_at is not null and archived_at is null and language = $10 order by message_id limit 1)) on conflict do nothing`,
        [
          idOf(one.name),
          one.name,
          one.opening,
          JSON.stringify(one.questions),
          one.driver,
          one.proof,
          JSON.stringify(one.objections),
          by.id,
          now,
          one.language,
        ],
      )
    await tx.query(
      'insert into call_lists (list_id, name, filter, created_by, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [idOf(LIST), LIST, JSON.stringify(quiet), by.id, now],
    )
  })
  await putMissed(ctx, cast)
  const { rowCount } = await ctx.db.query('select 1 from call_sessions where list_id = $1', [idOf(LIST)])
  if (rowCount !== 0) return
  const caller = { id: by.id, name: by.name, role: 'manager' as const, side: 'sales' as const, locale: null }
  await createSession(ctx, caller, {
    name: LIST,
    filter: quiet,
    listId: idOf(LIST),
    scriptId: idOf(OPENINGS[0]?.name ?? ''),
  }).catch((error: unknown) => ctx.log.info({ err: error }, 'nobody of the demo may be called'))
}

/** Calls nobody took, from numbers nobody is known by: one rang twice. They are of the ranges kept free for stories. */
async function putMissed(ctx: Context, cast: Cast): Promise<void> {
  const nowMs = ctx.now()
  const sellers = cast.sellers.filter(({ isActive }) => isActive).map(({ id }) => id)
  const missed = [
    { id: 'demo-missed-1', from: '+33199004217', hoursAgo: 3 },
    { id: 'demo-missed-2', from: '+33199004217', hoursAgo: 1 },
    { id: 'demo-missed-3', from: '+33199005530', hoursAgo: 20 },
  ]
  for (const { id, from, hoursAgo } of missed)
    await ctx.db.query(
      `insert into incoming_calls (call_id, from_number, to_number, user_ids, why, status, at, received_at, ended_at)
       values ($1, $2, '+33199001234', $3, 'pool', 'missed', $4, $4, $4) on conflict do nothing`,
      [id, from, sellers, new Date(nowMs - hoursAgo * 3_600_000)],
    )
}
