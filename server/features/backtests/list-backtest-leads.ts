import { NUMBERS } from '@ensemble/engine/backtest/figures.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listBacktestLeads as promise } from './contract.ts'
import { getBacktestRow } from './queries.ts'

type Page = z.input<NonNullable<(typeof promise)['response']>>
type Asked = z.output<NonNullable<(typeof promise)['query']>> & { backtestId: string }

type Row = {
  place: number
  person_id: string
  name: string
  company: string | null
  channel: string | null
  draft_at: Date | null
  in_force_at: Date | null
  really_at: Date | null
  grade: string | null
  seller: string | null
  seller_name: string | null
  won_at: Date | null
  won_cents: string | null
}

/** One page of the leads behind a number; their count over all pages is that number. */
export async function listBacktestLeads(ctx: Pick<Context, 'db'>, asked: Asked): Promise<Page> {
  await getBacktestRow(ctx.db, asked.backtestId)
  const [after] = unpackCursor(asked.after, 1) ?? [-1]
  const { rows } = await ctx.db.query<Row>(
    `select b.place, b.person_id, coalesce(p.name, '') as name, p.company, l.channel, b.draft_at, b.in_force_at, b.really_at,
            b.grade, b.seller, u.name as seller_name, b.won_at, b.won_cents
       from backtest_leads b
       left join people p using (person_id)
       left join leads l on l.person_id = b.person_id and l.attempt = 1
       left join users u on u.id = b.seller
      where b.backtest_id = $1 and b.place > $2 and b.numbers & $3 <> 0
        and ($4::text is null or b.grade = $4) and ($5::uuid is null or b.seller = $5)
      order by b.place limit $6`,
    [
      asked.backtestId,
      Number(after),
      1 << NUMBERS.indexOf(asked.number),
      asked.grade ?? null,
      asked.seller ?? null,
      asked.limit + 1,
    ],
  )
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    leads: page.map((row) => ({
      personId: row.person_id,
      name: row.name,
      company: row.company,
      channel: row.channel,
      draftAt: row.draft_at?.toISOString() ?? null,
      inForceAt: row.in_force_at?.toISOString() ?? null,
      reallyAt: row.really_at?.toISOString() ?? null,
      grade: row.grade,
      seller: row.seller === null ? null : { id: row.seller, name: row.seller_name ?? '' },
      wonAt: row.won_at?.toISOString() ?? null,
      wonCents: row.won_cents === null ? null : Number(row.won_cents),
    })),
    next: rows.length > asked.limit && last !== undefined ? packCursor([last.place]) : null,
  }
}
