import type { Context } from '../../context.ts'
import { findSlots } from './find-slots.ts'
import type { Host } from './hosts.ts'
import type { MeetingType } from './meeting-type.ts'

const DAY_MS = 86_400_000
const HORIZON_DAYS = 92

type Asked = { host: Host; rules: MeetingType; from: string | undefined; days: number; without?: string | null }

/**
 * When a host is free for a meeting one of us books: the rules of its kind, but neither its notice nor how far ahead visitors may
 * book, nor how many a day has. Beginnings in epoch ms, in order.
 */
export async function freeTimes(ctx: Context, { host, rules, from, days, without = null }: Asked): Promise<number[]> {
  const own: MeetingType = { ...rules, noticeMinutes: 0, horizonDays: HORIZON_DAYS, dayLimit: null }
  const nowMs = ctx.now()
  const askedMs = from === undefined ? nowMs : Date.parse(from)
  const window = { fromMs: Math.max(nowMs, askedMs), untilMs: askedMs + days * DAY_MS, without }
  const slots = await findSlots(ctx.db, ctx, own, [host], window)
  return [...slots.keys()]
}
