import { z } from 'zod'
import { moment, userRef } from '../../http/shapes.ts'

export const TACTICS = ['viral', 'brand', 'relationship', 'advertising', 'direct mail', 'event', 'other'] as const
export const WRITERS = ['admin', 'manager', 'marketer'] as const

export const tactic = z.enum(TACTICS)
/** A calendar day, `2026-03-31`. */
export const day = z.iso.date()
export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'use three letters such as EUR')
export const cents = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const name = z.string().trim().min(1).max(200)

/** What people say of a campaign. Ends on its last day. */
export const campaignBody = z
  .object({
    name,
    tactic,
    channel: z.string().trim().min(1).max(200).nullable().default(null),
    startsOn: day.nullable().default(null),
    endsOn: day.nullable().default(null),
    owner: z.uuid().nullable().default(null),
    goal: z.enum(['leads', 'value']).nullable().default(null),
    /** Leads, or cents of the currency. */
    goalAmount: cents.nullable().default(null),
    budgetCents: cents.nullable().default(null),
    /** The company's own when absent. */
    currency: currency.optional(),
    landingUrl: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .default(null),
    note: z.string().trim().max(2000).default(''),
    /** Other names by which touches and costs find it: utm_campaign values, ids of ad platforms. */
    aliases: z.array(name).max(200).default([]),
  })
  .meta({ id: 'CampaignBody' })

/** An amount in one currency. */
export const amount = z.object({ currency: z.string(), cents: z.number() }).meta({ id: 'Amount' })

export const campaignRow = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    tactic,
    channel: z.string().nullable(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    /** By today's date in the company's zone. */
    state: z.enum(['planned', 'running', 'ended', 'archived']),
    owner: userRef.nullable(),
    goal: z.enum(['leads', 'value']).nullable(),
    goalAmount: z.number().nullable(),
    budgetCents: z.number().nullable(),
    currency: z.string(),
    /** Spent less what was given back, per currency: currencies are never added up by themselves. */
    spend: z.array(amount),
    /** All of it in the company's currency by the rates that are stated; null when one is missing. */
    spendConverted: amount.nullable(),
    /** Leads (attempts) whose own touch names this campaign. */
    leads: z.int(),
    won: z.int(),
  })
  .meta({ id: 'CampaignRow' })

export const campaignView = campaignRow
  .extend({
    landingUrl: z.string().nullable(),
    note: z.string(),
    aliases: z.array(z.string()),
    firstTouchAt: moment.nullable(),
    lastTouchAt: moment.nullable(),
    touches: z.int(),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'CampaignView' })
