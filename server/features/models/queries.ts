import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { getModel, listModels } from './contract.ts'

type Listed = z.input<NonNullable<(typeof listModels)['response']>>['scores'][number]
type Shown = z.input<NonNullable<(typeof getModel)['response']>>

type Row = Omit<Listed, 'rowsFrom' | 'rowsTo' | 'createdAt' | 'createdBy'> & {
  rowsFrom: Date | null
  rowsTo: Date | null
  createdAt: Date
  createdById: string | null
  createdByName: string | null
  report: Shown['report']
}

/** Every learned score, or the one asked for, newest first. Versions that name one are found by the text of their section. */
async function readModels(db: Queryable, only: string | null): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `select m.name, m.kind, m.target, m.positive, m.source, m.rows_from as "rowsFrom", m.rows_to as "rowsTo",
            m.created_at as "createdAt", m.created_by as "createdById", u.name as "createdByName",
            (m.report ->> 'n')::int as n, (m.report ->> 'auc')::float8 as auc, (m.report ->> 'brier')::float8 as brier,
            jsonb_array_length(m.report -> 'warnings') as warnings,
            array(select a.version from agreements a
                   where a.document ~ ('(^|[\\s{,])model:\\s*["'']?' || regexp_replace(m.name, '([.+])', '\\\\\\1', 'g') || '["'']?\\s*([,}#\\n]|$)')
                   order by a.version) as versions,
            case when $1::text is null then null else m.report end as report
       from models m left join users u on u.id = m.created_by
      where $1::text is null or m.name = $1
      order by m.created_at desc, m.name`,
    [only],
  )
  return rows
}

function listed({ report: _, createdById, createdByName, ...row }: Row): Listed {
  return {
    ...row,
    rowsFrom: row.rowsFrom?.toISOString() ?? null,
    rowsTo: row.rowsTo?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    createdBy: createdById === null ? null : { id: createdById, name: createdByName ?? '' },
  }
}

export async function listLearnedScores(db: Queryable): Promise<Listed[]> {
  return (await readModels(db, null)).map(listed)
}

/** One learned score with its report, or null. */
export async function findLearnedScore(db: Queryable, name: string): Promise<Shown | null> {
  const [row] = await readModels(db, name)
  return row === undefined ? null : { ...listed(row), report: row.report }
}
