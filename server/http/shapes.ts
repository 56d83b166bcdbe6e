import { z } from 'zod'

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime({ offset: true })
export const teamSide = z.enum(['marketing', 'sales'])
export const role = z.enum(['admin', 'manager', 'marketer', 'seller', 'viewer'])
export const stage = z.enum(['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity', 'won'])
export const outcome = z.enum(['open', 'won', 'lost', 'rejected', 'disqualified', 'recycled', 'expired'])
export const cursor = z.string().max(500)
export const pageSize = z.coerce.number().int().min(1).max(200).default(50)
export const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** RFC 9457 problem details. `mend` says what to do; `errors` names each place that is wrong. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string(),
    mend: z.string().optional(),
    errors: z.array(z.object({ where: z.string(), what: z.string(), mend: z.string().optional() })).optional(),
  })
  .meta({ id: 'Problem' })

export const userRef = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'UserRef' })

/** A rate with its sample: `rate` is null when n is 0; `low` and `high` are the 95 % Wilson interval. */
export const rate = z
  .object({
    n: z.int(),
    k: z.int(),
    rate: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: 'Rate' })
