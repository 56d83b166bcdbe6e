import type { Context } from '../../context.ts'

type Row = {
  merge_id: string
  from_person: string
  name: string | null
  merged_at: Date
  merged_by: string | null
  undone_at: Date | null
}
type Merge = {
  mergeId: string
  from: { id: string; name: string }
  mergedAt: string
  mergedBy: string | null
  undoneAt: string | null
}

/** Who was merged into a person, the latest first. */
export async function listMerges(ctx: Context, personId: string): Promise<{ merges: Merge[] }> {
  const { rows } = await ctx.db.query<Row>(
    `select m.merge_id, m.from_person, m.person ->> 'name' as name, m.merged_at, u.name as merged_by, m.undone_at
     from merges m left join users u on u.id = m.merged_by where m.into_person = $1 order by m.merged_at desc limit 100`,
    [personId],
  )
  return {
    merges: rows.map((row) => ({
      mergeId: row.merge_id,
      from: { id: row.from_person, name: row.name ?? '' },
      mergedAt: row.merged_at.toISOString(),
      mergedBy: row.merged_by,
      undoneAt: row.undone_at?.toISOString() ?? null,
    })),
  }
}
