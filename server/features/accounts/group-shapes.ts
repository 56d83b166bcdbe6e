import { z } from 'zod'
import { moment, userRef } from '../../http/shapes.ts'

/** Somebody of a buying group. Engaged: they did something themselves in the last 30 days; silent: before that; never: not yet. */
export const groupMember = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    title: z.string().nullable(),
    role: z.string().nullable(),
    stage: z.string().nullable(),
    outcome: z.string().nullable(),
    grade: z.string().nullable(),
    owner: userRef.nullable(),
    state: z.enum(['engaged', 'silent', 'never']),
    lastDidAt: moment.nullable(),
    /** What they did themselves in the last 30 days. */
    deeds: z.int(),
  })
  .meta({ id: 'GroupMember' })

/** A role that `n` of `of` companies that bought had somebody for, and this one has not. */
export const missingRole = z.object({ role: z.string(), n: z.int(), of: z.int() }).meta({ id: 'MissingRole' })

export const groupDeal = z
  .object({
    id: z.string(),
    personId: z.uuid(),
    name: z.string().nullable(),
    status: z.string(),
    stage: z.string(),
    amountCents: z.int().nullable(),
    currency: z.string().nullable(),
    closer: userRef.nullable(),
    closedAt: moment.nullable(),
  })
  .meta({ id: 'GroupDeal' })
