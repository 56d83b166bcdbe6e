import { weekdays } from '@ensemble/engine/worktime/calendar.ts'
import { z } from 'zod'
import { moment, userRef } from '../../http/shapes.ts'
import { segment } from '../backtests/figures-shape.ts'

export const OUTCOMES = ['connected', 'no answer', 'voicemail', 'busy', 'wrong number'] as const
export const WHY_NOT = [
  'no phone',
  'unreadable number',
  'do not call',
  'wrong number',
  'early',
  'late',
  'day off',
  'holiday',
] as const
export const LEFT_OUT = [
  'no phone',
  'unreadable number',
  'do not call',
  'wrong number',
  "another seller's",
  'called lately',
  'on another list',
] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** Whom a list is made of: leads of a segment (as back-tests have them), in these stages, of these owners. */
export const filter = z
  .object({
    segment: segment.default({}),
    whose: z.enum(['mine', 'nobody', 'mine or nobody', 'everybody']).default('mine or nobody'),
    stages: z
      .array(z.enum(['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity']))
      .max(5)
      .default([]),
    /** Also people whose last attempt is closed, other than customers. */
    withClosed: z.boolean().default(false),
    /** Nobody who was called within so many days. */
    notCalledForDays: z.int().min(0).max(365).default(2),
    /** Instead of a segment: these people. */
    people: z.array(z.uuid()).max(2_000).optional(),
  })
  .meta({ id: 'CallFilter' })
export type Filter = z.output<typeof filter>

export const maySay = z
  .object({
    isAllowed: z.boolean(),
    why: z.enum(WHY_NOT).nullable(),
    /** When their hours open again. */
    opensAt: moment.nullable(),
    /** Minutes after midnight on their clock, and whose clock that is. */
    localMinute: z.int().nullable(),
    zone: z.string().nullable(),
  })
  .meta({ id: 'MayCall' })

export const scriptBody = z.object({
  name: z.string().trim().min(1).max(200),
  messageId: z.uuid().nullable().default(null),
  opening: z.string().max(4_000).default(''),
  questions: z.array(z.string().trim().min(1).max(1_000)).max(20).default([]),
  driver: z.string().max(4_000).default(''),
  proof: z.string().max(4_000).default(''),
  objections: z
    .array(z.object({ says: z.string().trim().min(1).max(1_000), answer: z.string().max(2_000) }))
    .max(30)
    .default([]),
})
export const scriptView = scriptBody
  .extend({
    id: z.uuid(),
    updatedAt: moment,
    isArchived: z.boolean(),
    /** The message of the house it carries, as it is said now; null when there is none, or it is approved no more. */
    message: z.string().nullable(),
  })
  .meta({ id: 'CallScript' })
export type Script = z.output<typeof scriptView>

export const hours = z
  .object({
    fromMinute: z.int().min(0).max(1_439),
    toMinute: z.int().min(1).max(1_440),
    days: z.array(z.enum(weekdays)).min(1).max(7),
    keepsHolidays: z.boolean(),
  })
  .refine((each) => each.fromMinute < each.toMinute, { error: 'the day must end after it begins', path: ['toMinute'] })

export const summary = z
  .object({
    calls: z.int(),
    connects: z.int(),
    meetings: z.int(),
    talkS: z.int(),
    workedS: z.int(),
    callsPerHour: z.number().nullable(),
    byOutcome: z.record(z.string(), z.int()),
  })
  .meta({ id: 'CallSummary' })

export const sessionRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdBy: userRef.nullable(),
    createdAt: moment,
    closedAt: moment.nullable(),
    script: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    people: z.int(),
    waiting: z.int(),
    /** Of those waiting: their hours or their next attempt come later. */
    later: z.int(),
    done: z.int(),
    sellers: z.array(userRef),
    leftOut: z.record(z.string(), z.int()),
    summary,
  })
  .meta({ id: 'CallSession' })

export const planView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    company: z.string().nullable(),
    phone: z.string().nullable(),
    at: moment,
    why: z.enum(['asked', 'attempt', 'missed']),
    note: z.string(),
    sessionId: z.uuid().nullable(),
    owner: userRef.nullable(),
    may: maySay,
  })
  .meta({ id: 'CallPlan' })
