import { z } from 'zod'
import { short, text } from './fact-parts.ts'

/**
 * Where the owner works when it differs from the agreement's calendar, and the absences known at hand-off.
 * It travels inside the fact, so that replaying the fact needs no roster.
 */
const blocks = z.array(z.object({ fromMinute: z.int().min(0).max(1440), toMinute: z.int().min(0).max(1440) }))

export const ownerCalendarSchema = z.object({
  zone: z.string().max(80),
  hours: z.object({ mon: blocks, tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: blocks, sun: blocks }),
  holidays: z.array(z.string().max(10)),
  publicHolidays: z.object({ country: z.string(), region: z.string().optional() }).optional(),
  away: z.array(z.object({ from: z.number(), to: z.number() })),
})

/** What becomes of a lead between the teams: recorded, routed, accepted, sent back. */
export const LEAD_FACTS = {
  'lead.recorded': z.object({ note: text.optional(), externalId: short.optional() }),
  'stage.recorded': z.object({
    stage: z.enum(['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity']),
    owner: z.uuid().optional(),
    note: text.optional(),
  }),
  'lead.routed': z.object({
    attempt: z.int().min(1),
    to: z.uuid().nullable(),
    pool: short,
    clause: short,
    why: z.enum(['qualified', 'misrouted', 'late', 'nobody free', 'handed back', 'owner left', 'by hand']),
    passedOver: z
      .array(z.object({ who: z.uuid(), why: short, clause: short.optional(), pool: short.optional() }))
      .max(200),
    considered: z
      .array(z.object({ clause: short, why: short }))
      .max(200)
      .optional(),
    outranked: z.array(short).max(50).optional(),
    rule: short.optional(),
    insteadOf: short.optional(),
    isCredit: z.literal(true).optional(),
    waitUntil: z.number().optional(),
    calendar: ownerCalendarSchema.nullable(),
  }),
  'lead.accepted': z.object({ note: text.optional() }),
  'lead.rejected': z.object({ reason: short, note: text.optional() }),
  'lead.disqualified': z.object({
    reason: short,
    note: text.optional(),
    recycleAt: z.iso.datetime().optional(),
    competitor: short.optional(),
  }),
  /** Without `to` it goes back to marketing. */
  'lead.returned': z.object({ note: text.optional(), to: z.enum(['marketing', 'pool']).optional() }),
  'lead.escalated': z.object({ note: text }),
  'escalation.answered': z.object({ note: text }),
  /** Given to somebody by a manager. Like `lead.routed` it carries the calendar of whoever gets it. */
  'lead.assigned': z.object({
    to: z.uuid(),
    note: text,
    calendar: ownerCalendarSchema.nullable(),
    /** They are away or no longer here, and the manager said to do it all the same. */
    isConfirmed: z.boolean().optional(),
  }),
  'owner.calendar_changed': z.object({ owner: z.uuid(), calendar: ownerCalendarSchema }),
  'owner.left': z.object({ owner: z.uuid(), why: z.enum(['deactivated', 'away']) }),
} as const
