import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import type { costImportView, costOptions } from './contract.ts'

export type CostImportView = z.input<typeof costImportView>
export type Options = z.output<typeof costOptions>
export type StoredCostFile = { name: string; path: string; skippedRows: number }

export type CostImportRow = {
  id: string
  title: string
  source: string | null
  status: CostImportView['status']
  files: StoredCostFile[]
  options: Partial<Options>
  result: CostImportView['effect']
  issues: CostImportView['issues']
  by_id: string | null
  by_name: string | null
  created_at: Date
  finished_at: Date | null
}

const MOST = 200
const SELECT = `
  select i.import_id as id, i.title, i.source, i.status, i.files, i.options, i.result, i.issues, i.created_by as by_id, u.name as by_name,
         i.created_at, i.finished_at
    from cost_imports i left join users u on u.id = i.created_by`

export async function listImports(ctx: Context): Promise<CostImportRow[]> {
  // What was looked at and left lying is not shown for ever.
  const { rows } = await ctx.db.query<CostImportRow>(
    `${SELECT} where i.status <> 'uploaded' or i.created_at > $2 order by i.created_at desc, i.import_id desc limit $1`,
    [MOST, new Date(ctx.now() - 86_400_000)],
  )
  return rows
}

export async function getImport(db: Queryable, importId: string): Promise<CostImportRow> {
  const { rows } = await db.query<CostImportRow>(`${SELECT} where i.import_id = $1`, [importId])
  const [row] = rows
  if (row === undefined)
    throw new Problem('not-found', 'There is no such import of costs.', { mend: 'Look at the list of imports.' })
  return row
}

export function viewOf(row: CostImportRow): CostImportView {
  return {
    id: row.id,
    title: row.title,
    source: row.source,
    status: row.status,
    options: {
      currency: row.options.currency ?? null,
      dateFormat: row.options.dateFormat ?? null,
      channel: row.options.channel ?? null,
    },
    effect: row.result,
    issues: row.issues,
    createdBy: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}
