import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { listTies as listing, saveTie as promise, tieView } from './contract.ts'
import { knowerOf, TIE_ROW, type TieRow } from './read-ties.ts'

type Body = z.output<NonNullable<(typeof promise)['body']>>
type View = z.input<typeof tieView>

function isManager({ role }: Caller): boolean {
  return role === 'admin' || role === 'manager'
}

export function tieViewOf(row: TieRow, caller: Caller): View {
  return {
    id: row.id,
    person: { id: row.personId, name: row.personName ?? '', company: row.company },
    knower: knowerOf(row),
    strength: row.strength,
    since: row.since,
    source: row.source,
    note: row.note,
    mayChange:
      caller.role !== 'viewer' && (isManager(caller) || row.knowerUser === caller.id || row.createdBy === caller.id),
  }
}

/** Says that somebody knows somebody, and how well. */
export async function saveTie(ctx: Context, caller: Caller, body: Body): Promise<View> {
  const { personId, knowerPersonId } = body
  if (body.knowerUserId !== undefined && knowerPersonId !== undefined)
    throw misfit('knowerPersonId', 'names a colleague and a contact at once', 'Name one of them.')
  if (knowerPersonId === personId)
    throw misfit('knowerPersonId', 'says that somebody knows themselves', 'Choose two people.')
  const knowerUser = knowerPersonId === undefined ? (body.knowerUserId ?? caller.id) : null
  if (knowerUser !== null && knowerUser !== caller.id && !isManager(caller))
    throw new Problem('not-allowed', 'Whom a colleague knows is theirs to say.', { mend: 'Ask them, or a manager.' })
  const known = await ctx.db.query(
    'select person_id from people where person_id = any($1::uuid[]) and erased_at is null',
    [[personId, ...(knowerPersonId === undefined ? [] : [knowerPersonId])]],
  )
  if (known.rows.length < (knowerPersonId === undefined ? 1 : 2))
    throw new Problem('not-found', 'There is no such person.', { mend: 'Search for them by name or e-mail.' })
  const now = new Date(ctx.now())
  const target =
    knowerUser === null
      ? '(person_id, knower_person) where knower_person is not null'
      : '(person_id, knower_user) where knower_user is not null'
  const { rows } = await ctx.db.query<{ tie_id: string }>(
    `insert into ties (tie_id, person_id, knower_user, knower_person, strength, since, source, note, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, 'told', $7, $8, $9, $9)
     on conflict ${target} do update set strength = excluded.strength, since = coalesce(excluded.since, ties.since),
       note = case when excluded.note = '' then ties.note else excluded.note end, updated_at = excluded.updated_at
     returning tie_id`,
    [
      newId(ctx.now()),
      personId,
      knowerUser,
      knowerPersonId ?? null,
      body.strength,
      body.since,
      body.note,
      caller.id,
      now,
    ],
  )
  const saved = await readTie(ctx.db, rows[0]?.tie_id ?? '')
  if (saved === null) throw new Error('a saved tie is not there')
  return tieViewOf(saved, caller)
}

async function readTie(db: Queryable, tieId: string): Promise<TieRow | null> {
  const { rows } = await db.query<TieRow>(`select ${TIE_ROW} where t.tie_id = $1`, [tieId])
  return rows[0] ?? null
}

export async function removeTie(ctx: Context, caller: Caller, tieId: string): Promise<void> {
  const tie = await readTie(ctx.db, tieId)
  if (tie === null)
    throw new Problem('not-found', 'There is no such acquaintance.', { mend: 'Look at the list again.' })
  if (!tieViewOf(tie, caller).mayChange)
    throw new Problem('not-allowed', 'This is another colleague’s to say.', { mend: 'Ask them, or a manager.' })
  await ctx.db.query('delete from ties where tie_id = $1', [tieId])
}

/** Who knows whom, the latest first. */
export async function listTies(
  ctx: Context,
  caller: Caller,
  { of, limit }: { of: string; limit: number },
): Promise<z.input<NonNullable<(typeof listing)['response']>>> {
  const user = of === 'all' ? null : of === 'me' ? caller.id : of
  const { rows } = await ctx.db.query<TieRow & { total: number }>(
    `select count(*) over ()::int as total, ${TIE_ROW} where $1::uuid is null or t.knower_user = $1
      order by t.updated_at desc, t.tie_id limit $2`,
    [user, limit],
  )
  return { ties: rows.map((row) => tieViewOf(row, caller)), total: rows[0]?.total ?? 0 }
}

/** Notes that a colleague knows somebody by what they did together; what was said of them before stays. */
export async function noteTie(
  db: Queryable,
  tie: { personId: string; userId: string; source: 'meeting' | 'card' | 'introduction'; nowMs: number },
): Promise<void> {
  const now = new Date(tie.nowMs)
  await db.query(
    `insert into ties (tie_id, person_id, knower_user, strength, since, source, created_by, created_at, updated_at)
     select $1, p.person_id, $3, 1, $4::timestamptz::date, $5, $3, $4, $4 from people p where p.person_id = $2 and p.erased_at is null
     on conflict do nothing`,
    [newId(tie.nowMs), tie.personId, tie.userId, now, tie.source],
  )
}

function misfit(where: string, what: string, mend: string): Problem {
  return new Problem('bad-request', `This ${what}.`, { mend, errors: [{ where: `body.${where}`, what }] })
}
