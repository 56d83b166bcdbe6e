import type { PhraseList } from '@ensemble/engine/conversation/find-phrases.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'

type List = { kind: PhraseList['kind']; name: string; phrases: string[] }

/** What somebody wrote down to listen for, in their order. */
export async function readPhraseLists(db: Queryable): Promise<List[]> {
  const { rows } = await db.query<List>('select kind, name, phrases from phrase_lists order by kind, position, name')
  return rows
}

/** Replaces the lists, and has every conversation searched anew in the background. Returns how many those are. */
export async function savePhraseLists(ctx: Context, lists: readonly List[]): Promise<{ conversations: number }> {
  const seen = new Set<string>()
  for (const { kind, name } of lists) {
    const key = `${kind} ${name.toLowerCase()}`
    if (seen.has(key))
      throw new Problem('bad-request', `"${name}" stands twice among the names of one kind.`, {
        mend: 'Put all ways of saying it into one list.',
        errors: [{ where: 'body.lists', what: `"${name}" stands twice` }],
      })
    seen.add(key)
  }
  return inTransaction(ctx.db, async (tx) => {
    await tx.query('delete from phrase_lists')
    await tx.query(
      `insert into phrase_lists (kind, name, phrases, position)
       select l ->> 'kind', l ->> 'name', array(select jsonb_array_elements_text(l -> 'phrases')), place
         from jsonb_array_elements($1::jsonb) with ordinality as a(l, place)`,
      [JSON.stringify(lists)],
    )
    await tx.query(
      `select graphile_worker.add_job('search-conversations', payload => '{}'::json, job_key => 'search-conversations')`,
    )
    const { rows } = await tx.query<{ n: number }>(
      'select count(*)::int as n from conversations where said is not null',
    )
    return { conversations: rows[0]?.n ?? 0 }
  })
}
