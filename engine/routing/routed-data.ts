import type { FactData } from '../facts/kinds.ts'
import type { RouteAsk } from '../lifecycle/state.ts'
import type { Calendar } from '../worktime/calendar.ts'
import type { Routed } from './route-lead.ts'

const MOST_TOLD = 200

function plainCalendar({ zone, hours, holidays, publicHolidays, away }: Calendar) {
  const blocks = (day: keyof typeof hours) => hours[day].map((block) => ({ ...block }))
  return {
    zone,
    hours: {
      mon: blocks('mon'),
      tue: blocks('tue'),
      wed: blocks('wed'),
      thu: blocks('thu'),
      fri: blocks('fri'),
      sat: blocks('sat'),
      sun: blocks('sun'),
    },
    holidays: [...holidays],
    ...(publicHolidays === undefined ? {} : { publicHolidays }),
    away: away.map(({ from, to }) => ({ from, to })),
  }
}

/**
 * The answer as a `lead.routed` fact tells it: all that the choice depended on, so that a fold needs no roster. Of a pool of
 * thousands the first 200 who were passed over are told.
 */
export function routedData(attempt: number, why: RouteAsk['why'], routed: Routed): FactData['lead.routed'] {
  const { rule, insteadOf, waitUntil } = routed
  return {
    attempt,
    to: routed.to,
    pool: routed.pool,
    clause: routed.clause,
    why,
    passedOver: routed.passedOver.slice(0, MOST_TOLD),
    considered: routed.considered.slice(0, MOST_TOLD),
    outranked: routed.outranked,
    ...(rule === null ? {} : { rule }),
    ...(insteadOf === null ? {} : { insteadOf }),
    ...(routed.isCredit ? { isCredit: true } : {}),
    ...(waitUntil === null ? {} : { waitUntil }),
    calendar: routed.calendar === null ? null : plainCalendar(routed.calendar),
  }
}
