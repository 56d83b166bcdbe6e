import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'

/** Looks closer together than this are one visit: what was new at its beginning stays new. */
const SAME_VISIT = '10 minutes'

type Look = { before_at: Date | null }

/** Notes that somebody looks at a story now; tells when they looked before this visit, null the first time. */
export async function lookAtStory(ctx: Context, caller: Caller, personId: string): Promise<{ before: string | null }> {
  const { rows } = await ctx.db.query<Look>(
    `insert into story_looks as l (person_id, user_id, looked_at)
     select person_id, $2, $3 from people where person_id = $1
     on conflict (person_id, user_id) do update set looked_at = excluded.looked_at,
       before_at = case when excluded.looked_at - l.looked_at < $4::interval then l.before_at else l.looked_at end
     returning before_at`,
    [personId, caller.id, new Date(ctx.now()), SAME_VISIT],
  )
  const [look] = rows
  if (look === undefined)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody; search for them.',
    })
  return { before: look.before_at?.toISOString() ?? null }
}

/** The same for a company and everybody there. */
export async function lookAtAccount(
  ctx: Context,
  caller: Caller,
  accountId: string,
): Promise<{ before: string | null }> {
  const { rows } = await ctx.db.query<Look>(
    `insert into account_looks as l (account_id, user_id, looked_at)
     select account_id, $2, $3 from accounts where account_id = $1
     on conflict (account_id, user_id) do update set looked_at = excluded.looked_at,
       before_at = case when excluded.looked_at - l.looked_at < $4::interval then l.before_at else l.looked_at end
     returning before_at`,
    [accountId, caller.id, new Date(ctx.now()), SAME_VISIT],
  )
  const [look] = rows
  if (look === undefined)
    throw new Problem('not-found', 'There is no such company.', { mend: 'Search for it by name.' })
  return { before: look.before_at?.toISOString() ?? null }
}
