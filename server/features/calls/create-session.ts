import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { findPeople, MOST_ON_LIST } from './find-people.ts'
import { listFilter } from './lists.ts'
import { readScript } from './scripts.ts'
import type { Filter } from './shapes.ts'

type Asked = { name: string; filter?: Filter | undefined; listId?: string | undefined; scriptId: string | null }

/** Opens a session on the people a segment or a kept list finds now. Whoever may be called only later waits on it until then. */
export async function createSession(
  ctx: Context,
  caller: Caller,
  asked: Asked,
): Promise<{ id: string; people: number }> {
  const filter = asked.filter ?? (asked.listId === undefined ? null : await listFilter(ctx.db, asked.listId))
  if (filter === null)
    throw new Problem('bad-request', 'It does not say whom to call.', {
      mend: 'Give a filter, or the id of a kept list.',
      errors: [{ where: 'body.filter', what: 'is missing' }],
    })
  if (asked.scriptId !== null && (await readScript(ctx.db, asked.scriptId)) === null)
    throw new Problem('not-found', 'There is no such script.', { mend: 'Choose another, or none.' })
  const { callable, leftOut } = await findPeople(ctx, caller, filter)
  const held = callable.slice(0, MOST_ON_LIST)
  if (held.length === 0)
    throw new Problem('refused', 'Nobody on this list may be called.', {
      mend: 'Widen the segment, or look at why people are left out.',
      errors: [...leftOut].map(([why, { count }]) => ({ where: why, what: `${count}` })),
    })
  const id = newId(ctx.now())
  await inTransaction(ctx.db, async (tx) => {
    await tx.query(
      `insert into call_sessions (session_id, name, filter, list_id, script_id, left_out, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        asked.name,
        JSON.stringify(filter),
        asked.listId ?? null,
        asked.scriptId,
        JSON.stringify(Object.fromEntries([...leftOut].map(([why, { count }]) => [why, count]))),
        caller.id,
        new Date(ctx.now()),
      ],
    )
    await tx.query(
      `insert into call_entries (person_id, session_id, place, next_at)
       select k.person_id, $1, k.place::int, k.next_at from unnest($2::uuid[], $3::timestamptz[]) with ordinality as k(person_id, next_at, place)`,
      [id, held.map(({ personId }) => personId), held.map(({ reach }) => opensAt(reach.may))],
    )
  })
  return { id, people: held.length }
}

function opensAt(may: { ok: boolean; opensAt?: number | null }): Date | null {
  return may.ok || may.opensAt == null ? null : new Date(may.opensAt)
}
