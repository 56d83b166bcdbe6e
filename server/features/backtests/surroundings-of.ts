import type { Context } from '../../context.ts'
import { checkPeriod } from '../funnel/check-period.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { checkSegment } from './check-segment.ts'
import type { Period } from './question.ts'

type Surroundings = {
  databaseUrl: string
  zone: string
  currency: string
  nowMs: number
  inForce: { version: number; title: string; document: string }
}

/** What every question of the past needs beside itself. Refuses a period without days, and a segment whose condition is wrong. */
export async function surroundingsOf(ctx: Context, { from, to, segment }: Period): Promise<Surroundings> {
  checkPeriod({ from, to })
  checkSegment(segment)
  const { connectionString: databaseUrl } = ctx.db.options
  if (databaseUrl === undefined) throw new Error('the pool was opened with an address')
  const { zone, currency } = await readHouseSettings(ctx.db)
  const nowMs = ctx.now()
  const { version } = ctx.agreements.at(nowMs)
  const { rows } = await ctx.db.query<{ document: string; title: string }>(
    'select document, title from agreements where version = $1',
    [version],
  )
  const [inForce] = rows
  if (inForce === undefined) throw new Error('the version in force is stored')
  return { databaseUrl, zone, currency, nowMs, inForce: { version, ...inForce } }
}
