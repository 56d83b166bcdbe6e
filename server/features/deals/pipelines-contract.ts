import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { userRef } from '../../http/shapes.ts'
import { pipelineStage } from './shapes.ts'

export const getDealSettings = contract({
  id: 'getDealSettings',
  method: 'GET',
  url: '/api/pipelines',
  summary:
    'The pipelines of the agreement in force: stages with their team, exit evidence and probability, what a win needs, and the one list of reasons; and what people sell and meet, for choosing.',
  roles: EVERYONE,
  response: z.object({
    pipelines: z.array(
      z.object({
        name: z.string(),
        isDefault: z.boolean(),
        stages: z.array(pipelineStage),
        winNeeds: z.enum(['contract or payment', 'contract', 'payment', 'nothing']),
        /** Without its proof a win stands as "won, unproven" and counts apart. */
        allowsUnproven: z.boolean(),
      }),
    ),
    reasons: z.array(
      z.object({
        code: z.string(),
        /** In the caller's language. */
        says: z.string(),
        /** Offered when nobody decided. */
        isNoDecision: z.boolean(),
      }),
    ),
    /** The company's own. */
    currency: z.string(),
    currencies: z.array(z.string()),
    /** In deals so far, most used first. */
    products: z.array(z.string()),
    competitors: z.array(z.string()),
    owners: z.array(userRef),
  }),
})
