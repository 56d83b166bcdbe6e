import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readCosts } from '../costs/read-costs.ts'
import { type Asked, askedOf, askPast } from './asked-of.ts'
import { asked as askedShape, type getAttributionMonths as promise } from './contract.ts'
import { WITHIN_DAYS } from './month-tally.ts'

const DAY_MS = 86_400_000

/** Cohorts by the month of the first touch, beside what was spent in that month. */
export async function getMonths(
  ctx: Pick<Context, 'db' | 'now'>,
  asked: Pick<Asked, 'from' | 'to' | 'segment'>,
): Promise<z.input<NonNullable<(typeof promise)['response']>>> {
  const { of, currency, zone } = await askedOf(ctx, askedShape.parse(asked))
  const { found, readAtMs } = await askPast(ctx, {
    what: 'months',
    of: { segment: of.segment, fromMs: of.fromMs, toMs: of.toMs, zone },
  })
  const spent = await spentByMonth(ctx, asked)
  return {
    currency,
    asOf: new Date(readAtMs).toISOString(),
    ...found,
    months: found.months.map((month) => ({
      ...month,
      spentCents: spent.get(month.month) ?? null,
      wonWithin: month.wonWithin.map((won, i) =>
        ctx.now() - endOf(month.month) >= (WITHIN_DAYS[i] ?? 0) * DAY_MS ? won : null,
      ),
    })),
  }
}

function endOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return Date.UTC(year, number, 1)
}

async function spentByMonth(
  { db }: Pick<Context, 'db'>,
  { from, to }: Pick<Asked, 'from' | 'to'>,
): Promise<Map<string, number | null>> {
  const spent = new Map<string, number | null>()
  for (const { day, convertedCents } of await readCosts(db, { from: from ?? null, to: to ?? null, by: 'day' })) {
    const month = day?.slice(0, 7) ?? ''
    const before = spent.get(month)
    spent.set(month, before === null || convertedCents === null ? null : (before ?? 0) + convertedCents)
  }
  return spent
}
