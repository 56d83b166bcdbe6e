import type { Context } from '../../context.ts'
import { settleInbox } from '../tracking/settle-inbox.ts'
import { erasePerson } from './erase-person.ts'
import { readTombstones } from './erasure-file.ts'
import { hashKey } from './hash-key.ts'

const PAGE = 20_000

/**
 * Erases whoever was erased before and is here again because an older backup was put in place. Called before anything is served.
 * Returns how many. Costs one query when the tombstones of the data folder are all in the database.
 */
export async function eraseAgain(ctx: Context): Promise<number> {
  const kept = readTombstones(ctx.home)
  const { rows: known } = await ctx.db.query<{ person_id: string }>('select person_id from erasures')
  const inBooks = new Set(known.map((row) => row.person_id))
  const missing = kept.filter((each) => !inBooks.has(each.personId))
  let erased = 0
  if (missing.length > 0) {
    // A backup may hold events of theirs that had not been taken in.
    await settleInbox(ctx)
    const byHash = new Map(missing.flatMap((each) => each.hashes.map((hash) => [hash, each] as const)))
    const byId = new Map(missing.flatMap((each) => [each.personId, ...each.formerIds].map((id) => [id, each] as const)))
    const found = new Map<string, (typeof missing)[number]>()
    const { rows } = await ctx.db.query<{ person_id: string }>(
      'select person_id from people where person_id = any($1::uuid[])',
      [[...byId.keys()]],
    )
    for (const row of rows) {
      const tombstone = byId.get(row.person_id)
      if (tombstone !== undefined) found.set(row.person_id, tombstone)
    }
    let after: [string, string] = ['', '']
    for (;;) {
      const page = await ctx.db.query<{ kind: string; value: string; person_id: string }>(
        'select kind, value, person_id from identities where (kind, value) > ($1, $2) order by kind, value limit $3',
        [...after, PAGE],
      )
      for (const row of page.rows) {
        const tombstone = byHash.get(hashKey(ctx.secret, row))
        if (tombstone !== undefined) found.set(row.person_id, tombstone)
      }
      const last = page.rows.at(-1)
      if (last === undefined || page.rows.length < PAGE) break
      after = [last.kind, last.value]
    }
    for (const [personId, tombstone] of found) {
      const isTheirs = personId === tombstone.personId
      const erasureId = isTheirs ? tombstone.erasureId : undefined
      await erasePerson(ctx, {
        personId,
        reason: tombstone.reason,
        by: null,
        isAgain: true,
        ...(erasureId === undefined
          ? {}
          : { tombstone: { erasureId, hashes: tombstone.hashes, formerIds: tombstone.formerIds } }),
      })
      erased += 1
    }
    // Also those who are not here at all, so that an import of them is recognised and the next start need not look.
    for (const each of missing) {
      await ctx.db.query(
        `insert into erasures (erasure_id, person_id, former_ids, reason, asked_at, erased_at) values ($1, $2, $3, $4, $5, $5) on conflict do nothing`,
        [each.erasureId, each.personId, each.formerIds, each.reason, new Date(each.askedAt)],
      )
      await ctx.db.query(
        'insert into tombstones (hash, erasure_id) select hash, e.erasure_id from unnest($1::text[]) as hash, erasures e where e.person_id = $2 on conflict do nothing',
        [each.hashes, each.personId],
      )
    }
  }
  return erased
}
