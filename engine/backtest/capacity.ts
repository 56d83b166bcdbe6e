import type { CompiledAgreement, Pool } from '../agreement/compiled.ts'
import type { RosterPerson } from '../routing/roster.ts'
import { weekdays } from '../worktime/calendar.ts'

const WEEKS_A_MONTH = 365.25 / 7 / 12

function membersOf(pool: Pool, roster: readonly RosterPerson[]): number[] {
  const { people } = pool
  return roster.flatMap((person, index) => {
    const isMember = 'team' in people ? person.team === people.team : people.emails.includes(person.email ?? '')
    return isMember && person.isActive ? [index] : []
  })
}

/** How many leads a week the limits of a pool let one person take; Infinity without limits. */
function weekly(pool: Pool, daysAWeek: number): number {
  return Math.min(
    ...pool.limits.map(({ atMost, per }) =>
      per === 'day' ? atMost * daysAWeek : per === 'week' ? atMost : atMost / WEEKS_A_MONTH,
    ),
  )
}

function shareAway({ away }: RosterPerson, fromMs: number, toMs: number): number {
  let awayMs = 0
  for (const each of away) awayMs += Math.max(0, Math.min(each.to, toMs) - Math.max(each.from, fromMs))
  return Math.min(1, awayMs / Math.max(1, toMs - fromMs))
}

export type Capacity = {
  /** Leads a week by index into the roster; Infinity for a pool without limits, absent for who takes none. */
  bySeller: Map<number, number>
  /** Null when some pool has no limits, or nobody is in any. */
  perWeek: number | null
}

/** What the pools of an agreement can take a week: limits of each person over the working days of the agreement, less absences. */
export function capacityOf(
  agreement: CompiledAgreement,
  roster: readonly RosterPerson[],
  fromMs: number,
  toMs: number,
): Capacity {
  const daysAWeek = weekdays.filter((day) => agreement.calendar.hours[day].length > 0).length
  const bySeller = new Map<number, number>()
  for (const pool of agreement.pools.values()) {
    for (const index of membersOf(pool, roster)) {
      const person = roster[index]
      if (person === undefined) continue
      const here = 1 - shareAway(person, fromMs, toMs)
      bySeller.set(index, (bySeller.get(index) ?? 0) + weekly(pool, daysAWeek) * here)
    }
  }
  const perWeek = [...bySeller.values()].reduce((sum, each) => sum + each, 0)
  return { bySeller, perWeek: bySeller.size === 0 || !Number.isFinite(perWeek) ? null : perWeek }
}
