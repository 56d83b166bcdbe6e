import { freeSlots } from '@ensemble/engine/worktime/free-slots.ts'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { readHostTimes } from './host-time.ts'
import type { Host } from './hosts.ts'
import type { MeetingType } from './meeting-type.ts'

/** Beginnings in order, each with the hosts who are free then. */
export type Slots = Map<number, string[]>
type Window = { fromMs: number; untilMs: number; without?: string | null }

const DAY_MS = 86_400_000

/** The moments between which a meeting of this type may begin, as of now. */
export function bookable(type: MeetingType, nowMs: number): { fromMs: number; untilMs: number } {
  return { fromMs: nowMs + type.noticeMinutes * 60_000, untilMs: nowMs + type.horizonDays * DAY_MS }
}

/** When a meeting of this type can begin within the window, its notice and how far ahead it may be booked kept. */
export async function findSlots(
  db: Queryable,
  ctx: Context,
  type: MeetingType,
  hosts: readonly Host[],
  window: Window,
): Promise<Slots> {
  const open = bookable(type, ctx.now())
  const fromMs = Math.max(window.fromMs, open.fromMs)
  const untilMs = Math.min(window.untilMs, open.untilMs)
  if (untilMs <= fromMs || hosts.length === 0) return new Map()
  const times = await readHostTimes(db, ctx, {
    hostIds: hosts.map(({ id }) => id),
    typeId: type.id,
    fromMs,
    untilMs,
    without: window.without ?? null,
  })
  const free = new Map<number, string[]>()
  for (const { id } of hosts) {
    const time = times.get(id)
    if (time === undefined) continue
    for (const at of freeSlots({ ...time, rules: type, fromMs, untilMs })) {
      const list = free.get(at)
      if (list === undefined) free.set(at, [id])
      else list.push(id)
    }
  }
  return new Map([...free.entries()].sort(([a], [b]) => a - b))
}

const NEAR_DAYS = 14
const MOST_NEAR = 5

/** The free beginnings nearest to one that is taken, in order of time. */
export async function nearestSlots(
  db: Queryable,
  ctx: Context,
  type: MeetingType,
  hosts: readonly Host[],
  atMs: number,
  without: string | null = null,
): Promise<number[]> {
  const slots = await findSlots(db, ctx, type, hosts, {
    fromMs: atMs - NEAR_DAYS * DAY_MS,
    untilMs: atMs + NEAR_DAYS * DAY_MS,
    without,
  })
  return [...slots.keys()]
    .filter((slot) => slot !== atMs)
    .sort((a, b) => Math.abs(a - atMs) - Math.abs(b - atMs) || a - b)
    .slice(0, MOST_NEAR)
    .sort((a, b) => a - b)
}
