import type { PoolClient } from 'pg'

/** Notes what a merge moved, so that undoing it brings exactly this back: ids, or small rows as they were. */
export async function noteMerged(
  tx: PoolClient,
  mergeId: string,
  what: string,
  refs: readonly string[],
): Promise<void> {
  await tx.query(
    'insert into merged_rows (merge_id, what, ref) select $1, $2, ref from unnest($3::text[]) as ref on conflict do nothing',
    [mergeId, what, refs],
  )
}

/** What a merge noted under this name. */
export async function mergedRefs(tx: PoolClient, mergeId: string, what: string): Promise<string[]> {
  const { rows } = await tx.query<{ ref: string }>('select ref from merged_rows where merge_id = $1 and what = $2', [
    mergeId,
    what,
  ])
  return rows.map((row) => row.ref)
}
