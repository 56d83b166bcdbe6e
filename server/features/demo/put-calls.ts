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
        `insert into call_scripts (script_id, name, opening, questions, driver, proof, objections, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict do nothing`,
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
        ],
      )
    await tx.query(
      'insert into call_lists (list_id, name, filter, created_by, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [idOf(LIST), LIST, JSON.stringify(quiet), by.id, now],
    )
  })
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
