import { z } from 'zod'

// What the shapes of facts are made of.
export const text = z.string().max(2_000)
export const short = z.string().max(200)
export const money = { amountCents: z.int().min(0).optional(), currency: z.string().length(3).optional() }
export const loose = z.record(z.string().max(100), z.union([z.string().max(4_000), z.number(), z.boolean(), z.null()]))

/** Seconds of a call. Longer than a day it is no call, but a mistaken unit. */
export const callLength = z.int().min(0).max(86_400)
export const contact = z.object({ note: text.optional(), durationS: z.int().min(0).optional() })
