import { momentOf } from '@ensemble/engine/worktime/local-time.ts'
import { parseDate } from '@ensemble/engine/worktime/parse-date.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { checkPeriod } from '../funnel/check-period.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { asked } from './contract.ts'
import { type PastWorker, pastWorker } from './past-worker.ts'
import type { JourneyQuestion, ToPast } from './question.ts'
import type { PastAnswer } from './warm-touches.ts'

type Db = Pick<Context, 'db'>
export type Asked = z.output<typeof asked>
const houses = new WeakMap<object, PastWorker>()
const DAY_MS = 86_400_000

export type House = { currency: string; zone: string; locale: 'en' | 'fr'; of: JourneyQuestion }

/** What was asked, in moments of the company's zone and with the names of its campaigns. */
export async function askedOf({ db }: Db, { from, to, ...question }: Asked): Promise<House> {
  if (from !== undefined && to !== undefined) checkPeriod({ from, to })
  const { currency, zone, locale } = await readHouseSettings(db)
  const { rows } = await db.query<{ plain: string; name: string }>(
    'select plain, c.name from campaign_names join campaigns c using (campaign_id) order by plain',
  )
  const startOf = (text: string | undefined): number | null =>
    text === undefined ? null : momentOf(zone, { day: parseDate(text) ?? 0, timeMs: 0 })
  return {
    currency,
    zone,
    locale,
    of: {
      by: question.by,
      level: question.level,
      lookbackMs: question.lookbackDays === 0 ? null : question.lookbackDays * DAY_MS,
      transform: question.transform,
      fromMs: startOf(from),
      toMs: startOf(to),
      segment: question.segment ?? null,
      campaigns: question.by === 'campaign' ? rows.map(({ plain, name }) => [plain, name] as const) : [],
    },
  }
}

/** Asks the thread that holds the touches of this installation. */
export async function askPast<W extends ToPast['what']>(
  { db }: Db,
  ask: Extract<ToPast, { what: W }>,
): Promise<Extract<PastAnswer, { what: W }>> {
  const { connectionString } = db.options
  if (connectionString === undefined) throw new Error('the pool was opened with an address')
  const worker = houses.get(db) ?? pastWorker()
  houses.set(db, worker)
  const answer = await worker.ask(connectionString, ask)
  if (!isOf(answer, ask.what)) throw new Error(`the thread answered ${answer.what} to ${ask.what}`)
  return answer
}

/** The same, but null while nobody has asked it for anything: reading all touches is not worth one number. */
export async function askWarmPast<W extends ToPast['what']>(
  ctx: Db,
  ask: Extract<ToPast, { what: W }>,
): Promise<Extract<PastAnswer, { what: W }> | null> {
  return houses.get(ctx.db)?.isWarm() === true ? askPast(ctx, ask) : null
}

function isOf<W extends ToPast['what']>(answer: PastAnswer, what: W): answer is Extract<PastAnswer, { what: W }> {
  return answer.what === what
}
