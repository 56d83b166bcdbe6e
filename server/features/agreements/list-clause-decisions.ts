import { clausesOf } from '@ensemble/engine/agreement/clauses-of.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import { Problem } from '../../http/problem.ts'
import { compileVersion } from './compile-version.ts'
import type { listClauseDecisions as promise } from './contract.ts'
import { DAY_MS } from './count-decisions.ts'
import { isScoring, kindsOf } from './decides.ts'
import { noSuchVersion } from './policy.ts'
import { readVersions } from './versions.ts'

type Listing = z.input<NonNullable<(typeof promise)['response']>>
type Asked = { version: number; clause: string; after?: string | undefined; limit: number }
type Row = Omit<Listing['decisions'][number], 'at'> & { at: Date }
type Mark = { at: Date | null; id: string | null }

const COLUMNS = `d.decision_id as id, d.person_id as "personId", p.name, coalesce(a.name, p.company) as company, d.what, d.decided_at as at, d.data`
const PEOPLE = 'join people p using (person_id) left join accounts a using (account_id)'

/** Each kind is a range of `decisions_clause`, read from where the last page ended. */
async function namedRows(ctx: Context, asked: Asked, kinds: readonly string[], mark: Mark): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>(
    `select ${COLUMNS} from (
       select f.* from unnest($3::text[]) as k(what) cross join lateral (
         select person_id, decision_id, what, decided_at, data from decisions
          where version = $1 and clause = $2 and what = k.what and revised_at is null and decided_at <= $4
            and ($5::timestamptz is null or (decided_at, decision_id) < ($5, $6::uuid))
          order by decided_at desc, decision_id desc limit $7
       ) f
     ) d ${PEOPLE}
     order by d.decided_at desc, d.decision_id desc limit $7`,
    [asked.version, asked.clause, kinds, new Date(ctx.now()), mark.at, mark.id, asked.limit + 1],
  )
  return rows
}

/** Points stand in the lines of `scored`: the last 30 days, those the number beside the clause counts. */
async function scoredRows(ctx: Context, asked: Asked, mark: Mark): Promise<Row[]> {
  const nowMs = ctx.now()
  const { rows } = await ctx.db.query<Row>(
    `select ${COLUMNS} from (
       select person_id, decision_id, what, decided_at, data from decisions
        where what = 'scored' and revised_at is null and version = $1 and data @> jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('clause', $2::text)))
          and decided_at >= $3 and decided_at <= $4 and ($5::timestamptz is null or (decided_at, decision_id) < ($5, $6::uuid))
        order by decided_at desc, decision_id desc limit $7
     ) d ${PEOPLE}
     order by d.decided_at desc, d.decision_id desc`,
    [asked.version, asked.clause, new Date(nowMs - 30 * DAY_MS), new Date(nowMs), mark.at, mark.id, asked.limit + 1],
  )
  return rows
}

/** What a clause decided, newest first: the rows behind its numbers. */
export async function listClauseDecisions(ctx: Context, asked: Asked): Promise<Listing> {
  const [version] = await readVersions(ctx.db, asked.version)
  if (version === undefined) throw noSuchVersion(asked.version)
  const agreement = await compileVersion(ctx, version)
  const clause =
    agreement === null ? undefined : clausesOf(agreement, 'en').find((each) => each.clause === asked.clause)
  if (clause === undefined) {
    throw new Problem('not-found', `Version ${asked.version} has no clause ${asked.clause}.`, {
      mend: 'Look at the clauses of this version.',
    })
  }
  const key = unpackCursor(asked.after, 2)
  const mark: Mark = { at: key === null ? null : new Date(Number(key[0])), id: key === null ? null : String(key[1]) }
  const kinds = kindsOf(clause)
  const rows = isScoring(clause)
    ? await scoredRows(ctx, asked, mark)
    : kinds.length === 0
      ? []
      : await namedRows(ctx, asked, kinds, mark)
  const page = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? page.at(-1) : undefined
  return {
    decisions: page.map((row) => ({ ...row, at: row.at.toISOString() })),
    next: last === undefined ? null : packCursor([last.at.getTime(), last.id]),
  }
}
