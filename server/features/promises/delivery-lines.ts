import type { CompiledAgreement, Delivery } from '@ensemble/engine/agreement/compiled.ts'
import { type DeliveryDay, deliveryStanding } from '@ensemble/engine/promises/delivery-standing.ts'
import type { LeadValue } from '@ensemble/engine/promises/lead-value.ts'
import { dateOfDay, weekdayOf } from '@ensemble/engine/promises/periods.ts'
import { type PlanDay, planDays, shareElapsed } from '@ensemble/engine/promises/plan-days.ts'
import { planDelivery, weekdayShares } from '@ensemble/engine/promises/plan-delivery.ts'
import type { Context } from '../../context.ts'
import { countByWeekday, countDelivered, type Delivered, readLeadValues } from './deliveries.ts'
import type { Period, Segment } from './question.ts'

type Letter = 'A' | 'B' | 'C' | 'D'
/** One promised line: the whole of a delivery, or its part of one letter. */
export type Line = { delivery: Delivery; letter: Letter | null; goal: number }

/** Which lines a segment has: a promise says nothing of a part it does not name. Sellers and teams have no part in them. */
export function linesOf({ marketing }: CompiledAgreement, { channel, grade }: Segment): Line[] {
  return marketing.deliveries.flatMap((delivery): Line[] => {
    if (channel !== null && delivery.channel !== channel) return []
    const whole = { delivery, letter: null, goal: delivery.unit === 'leads' ? delivery.goal : delivery.goalCents }
    const parts =
      delivery.unit === 'leads'
        ? delivery.ofWhich.map(({ letter, atLeast }) => ({ delivery, letter, goal: atLeast }))
        : []
    return grade === null ? [whole, ...parts] : parts.filter(({ letter }) => letter === grade)
  })
}

type Valuation = ((letter: string, channel: string | null) => LeadValue) | null

function amountOf(line: Line, row: Delivered, worth: Valuation): number {
  if (line.delivery.channel !== null && row.channel !== line.delivery.channel) return 0
  if (line.letter !== null && row.letter !== line.letter) return 0
  if (line.delivery.unit === 'leads') return row.leads
  return worth === null ? 0 : row.leads * worth(row.letter ?? 'D', row.channel).cents
}

function running(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}

type Setting = { calendar: CompiledAgreement['calendar']; zone: string; period: Period; nowMs: number; days: PlanDay[] }

function tellLine(line: Line, rows: readonly Delivered[], worth: Valuation, shares: number[] | null, at: Setting) {
  const { calendar, zone, period, nowMs, days } = at
  const span = { from: period.fromDay, to: period.toDay }
  const { per } = line.delivery
  const isWorking = (day: number): number => (planDays(calendar, zone, day, day + 1)[0]?.isWorking === true ? 1 : 0)
  const planned = planDelivery(line.goal, per, span, isWorking)
  const usual = shares === null ? null : planDelivery(line.goal, per, span, (day) => shares[weekdayOf(day)] ?? 0)
  const byDate = Map.groupBy(rows, (row) => row.date)
  const delivered = days.map(({ day }) =>
    (byDate.get(dateOfDay(day)) ?? []).reduce((sum, row) => sum + amountOf(line, row, worth), 0),
  )
  const counted = days.map(
    (day, index): DeliveryDay => ({
      planned: planned[index] ?? 0,
      delivered: delivered[index] ?? 0,
      elapsed: shareElapsed(calendar, day, nowMs),
      isWorking: day.isWorking,
    }),
  )
  const sums = { expected: running(planned), usual: usual === null ? null : running(usual), actual: running(delivered) }
  return {
    ...deliveryStanding(counted),
    days: days.map((day, index) => ({
      date: dateOfDay(day.day),
      isWorking: day.isWorking,
      expected: sums.expected[index] ?? 0,
      usual: sums.usual?.[index] ?? null,
      actual: day.fromMs > nowMs ? null : (sums.actual[index] ?? 0),
    })),
  }
}

const WEEKS_13_MS = 13 * 7 * 86_400_000

/** Every promised line of the period with its burn-up and where it stands. */
export async function tellDeliveries(
  ctx: Context,
  agreement: CompiledAgreement,
  asked: { period: Period; segment: Segment; zone: string; currency: string },
) {
  const { period, segment, zone, currency } = asked
  const lines = linesOf(agreement, segment)
  if (lines.length === 0) return []
  const nowMs = ctx.now()
  const hasValue = lines.some(({ delivery }) => delivery.unit === 'value')
  const channels = [...new Set(lines.map(({ delivery }) => delivery.channel))]
  const [rows, worth, ...weekdays] = await Promise.all([
    countDelivered(ctx.db, period.fromMs, Math.min(period.toMs, nowMs), zone),
    hasValue ? readLeadValues(ctx.db, nowMs, currency) : null,
    ...channels.map((channel) =>
      countByWeekday(ctx.db, period.fromMs - WEEKS_13_MS, Math.min(period.fromMs, nowMs), zone, channel),
    ),
  ])
  const days = planDays(agreement.calendar, zone, period.fromDay, period.toDay)
  const setting = { calendar: agreement.calendar, zone, period, nowMs, days }
  return lines.map((line) => {
    const shares = weekdayShares(weekdays[channels.indexOf(line.delivery.channel)] ?? [])
    return { line, ...tellLine(line, rows, worth, shares, setting) }
  })
}
