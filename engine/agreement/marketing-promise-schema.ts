import { z } from 'zod'

const because = z.string().min(1).max(500).optional()

/** What marketing may promise to tell of a lead when it hands it over. */
export const HANDOFF_CONTEXT = ['phone', 'origin', 'channel', 'landing page', 'last touches'] as const
export type HandoffContext = (typeof HANDOFF_CONTEXT)[number]

const amount = z
  .string()
  .max(80)
  .regex(
    /^\d[\d,]* (qualified leads|[A-Z]{3} of lead value) (a|per) (week|month)$/,
    'write for example "60 qualified leads a week" or "400,000 EUR of lead value a month"',
  )
const gradeLetter = z.string().regex(/^grade [A-D]$/, 'write "grade A", "grade B", "grade C" or "grade D"')

/** One promise of marketing as the document has it. */
export const marketingPromiseSchema = z.union([
  z.strictObject({
    deliver: amount,
    of_which: z.record(gradeLetter, z.int().min(1)).optional(),
    in: z.strictObject({ channel: z.string().min(1).max(200) }).optional(),
    because,
  }),
  z.strictObject({ give: z.array(z.enum(HANDOFF_CONTEXT)).min(1).max(5), at: z.literal('hand-off'), because }),
  z.strictObject({ answer: z.literal('feedback'), within: z.string().min(2).max(60), because }),
])

export type MarketingPromise = z.infer<typeof marketingPromiseSchema>
