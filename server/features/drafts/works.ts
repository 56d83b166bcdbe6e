import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { noSuchVersion } from '../agreements/policy.ts'
import { readVersions } from '../agreements/versions.ts'

type Work = { document: string; basedOn: string; savedAt: string }
type Other = { user: { id: string; name: string }; savedAt: string }

/** Writing that was left this long ago is not shown to the others. */
const RECENT_MS = 7 * 86_400_000

/** What somebody has written on a version without saving it, and who else has lately. */
export async function getWork(
  ctx: Context,
  caller: Caller,
  version: number,
): Promise<{ work: Work | null; others: Other[] }> {
  const { rows } = await ctx.db.query<{
    user_id: string
    name: string
    document: string
    based_on: string
    saved_at: Date
  }>(
    `select w.user_id, u.name, case when w.user_id = $2 then w.document else '' end as document, w.based_on, w.saved_at
       from agreement_works w join users u on u.id = w.user_id
      where w.version = $1 and (w.user_id = $2 or w.saved_at > $3) order by w.saved_at desc`,
    [version, caller.id, new Date(ctx.now() - RECENT_MS)],
  )
  const mine = rows.find((row) => row.user_id === caller.id)
  return {
    work:
      mine === undefined
        ? null
        : { document: mine.document, basedOn: mine.based_on, savedAt: mine.saved_at.toISOString() },
    others: rows
      .filter((row) => row.user_id !== caller.id)
      .map((row) => ({ user: { id: row.user_id, name: row.name }, savedAt: row.saved_at.toISOString() })),
  }
}

/** Keeps a text as it is, also one with problems: nothing that was typed is lost. */
export async function keepWork(
  ctx: Context,
  caller: Caller,
  input: { version: number; document: string; basedOn: string },
): Promise<{ savedAt: string }> {
  const [version] = await readVersions(ctx.db, input.version)
  if (version === undefined) throw noSuchVersion(input.version)
  const savedAt = new Date(ctx.now())
  await ctx.db.query(
    `insert into agreement_works (version, user_id, document, based_on, saved_at) values ($1, $2, $3, $4, $5)
     on conflict (version, user_id) do update set document = excluded.document, based_on = excluded.based_on, saved_at = excluded.saved_at`,
    [input.version, caller.id, input.document, input.basedOn, savedAt],
  )
  return { savedAt: savedAt.toISOString() }
}

export async function dropWork(ctx: Context, caller: Caller, version: number): Promise<void> {
  await ctx.db.query('delete from agreement_works where version = $1 and user_id = $2', [version, caller.id])
}
