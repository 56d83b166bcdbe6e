import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'

/** The calendar day where the company is, `2026-11-30`: proofs end with their day there. */
export async function todayOf(ctx: Context): Promise<string> {
  const { zone } = await readHouseSettings(ctx.db)
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    ctx.now(),
  )
}
