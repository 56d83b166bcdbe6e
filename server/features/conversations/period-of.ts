import type { Context } from '../../context.ts'
import { localDayOf } from '../attribution/local-day.ts'
import { checkPeriod } from '../funnel/check-period.ts'
import { readHouseSettings } from '../setup/house-settings.ts'

const DAY_MS = 86_400_000
const DAYS = 90

/** The period asked for, in days of the company; without one, the last 90 days and today. */
export async function periodOf(
  ctx: Pick<Context, 'db' | 'now'>,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<{ from: string; to: string; zone: string }> {
  const { zone } = await readHouseSettings(ctx.db)
  const dayOf = localDayOf(zone)
  const to = asked.to ?? dayOf(ctx.now() + DAY_MS)
  const from = asked.from ?? dayOf(Date.parse(to) - DAYS * DAY_MS)
  checkPeriod({ from, to })
  return { from, to, zone }
}
