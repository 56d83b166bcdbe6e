import { monthIn } from '@ensemble/engine/pipeline/months.ts'
import { pastForecast } from '@ensemble/engine/pipeline/past-forecast.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { bookOf } from './book/book-of.ts'
import { chooseSlots } from './book/choose-slots.ts'
import { concernedBy } from './book/past-deals.ts'
import { pipelineKeys } from './deal-filters.ts'
import type { listForecastPast as promise } from './forecast-contract.ts'

type Answer = z.output<NonNullable<(typeof promise)['response']>>
type Asked = z.output<NonNullable<(typeof promise)['query']>>
const MOST = 500

/** The deals behind a past month: what each said when it began, and what came of it, the largest first. */
export async function listForecastPast(ctx: Context, asked: Asked): Promise<Answer> {
  const book = await bookOf(ctx)
  const month = monthIn(book.zone, asked.month)
  const isChosen = chooseSlots(book, pipelineKeys(ctx, asked.pipeline), {}, ctx.now())
  const rows = pastForecast(concernedBy(book, isChosen, month), month)
    .filter((row) => asked.currency === undefined || row.currency === asked.currency)
    .filter((row) => asked.owner === undefined || row.closer === (asked.owner === 'nobody' ? null : asked.owner))
    .sort((a, b) => Math.max(b.saidCents ?? 0, b.cameCents) - Math.max(a.saidCents ?? 0, a.cameCents))
  const shown = rows.slice(0, MOST)
  const people = await ctx.db.query<{ person_id: string; name: string; company: string | null }>(
    `select p.person_id, p.name, coalesce(a.name, p.company) as company from people p left join accounts a using (account_id)
     where p.person_id = any($1::uuid[])`,
    [shown.map((row) => row.deal.personId)],
  )
  const users = await ctx.db.query<{ id: string; name: string }>(
    'select id, name from users where id = any($1::uuid[])',
    [shown.flatMap((row) => (row.closer === null ? [] : [row.closer]))],
  )
  const person = new Map(people.rows.map((row) => [row.person_id, row]))
  const user = new Map(users.rows.map((row) => [row.id, row]))
  return {
    rows: shown.map(({ deal, closer, currency, saidCents, cameCents }) => ({
      personId: deal.personId,
      id: deal.id,
      name: deal.name,
      person: person.get(deal.personId)?.name ?? '',
      company: person.get(deal.personId)?.company ?? null,
      owner: closer === null ? null : (user.get(closer) ?? { id: closer, name: '' }),
      currency,
      saidCents,
      cameCents,
      status: deal.status,
      proof: deal.proof,
      closedAt: deal.closedAt === null ? null : new Date(deal.closedAt).toISOString(),
      closeDate: deal.closeDate,
    })),
    isCut: rows.length > MOST,
  }
}
