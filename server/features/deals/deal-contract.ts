import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment, userRef } from '../../http/shapes.ts'
import { runningClock } from '../leads/contract.ts'
import { day, dealDocument, dealProduct, dealRole, dealRow, evidenceLine, pipelineStage, saidBy } from './shapes.ts'

const dealParams = z.object({ personId: z.uuid(), dealId: z.string().min(1).max(200) })

export const getDeal = contract({
  id: 'getDeal',
  method: 'GET',
  url: '/api/people/:personId/deals/:dealId',
  summary:
    'One deal: everything known of it, what is missing to move on and to win, its people, documents, history and clocks, and what the caller may do. It changes by facts (`POST /api/facts`).',
  roles: EVERYONE,
  params: dealParams,
  response: dealRow.omit({ products: true, missing: true }).extend({
    attempt: z.int(),
    leadOwner: userRef.nullable(),
    products: z.array(dealProduct),
    /** Sum of the lines that state quantity and price; null where none does. */
    productsCents: z.number().nullable(),
    need: z.string().nullable(),
    /** Why it ended so, each word of each who was asked: the first at the closing, further ones afterwards. */
    said: z.array(
      z.object({
        saidBy,
        reasons: z.array(z.string()),
        competitor: z.string().nullable(),
        note: z.string().nullable(),
        at: moment,
      }),
    ),
    people: z.array(
      z.object({
        /** Null: known by name only. */
        personId: z.uuid().nullable(),
        name: z.string(),
        title: z.string().nullable(),
        role: dealRole,
      }),
    ),
    /** Others of the company, to choose from. */
    colleagues: z.array(z.object({ personId: z.uuid(), name: z.string(), title: z.string().nullable() })),
    stages: z.array(
      pipelineStage.pick({ name: true, knownAs: true, team: true, probability: true }).extend({
        isCurrent: z.boolean(),
        /** When it was first reached; null: not yet, or passed over. */
        enteredAt: moment.nullable(),
        days: z.number().nullable(),
        /** What leaving this stage asks, and what is there. */
        exit: z.array(evidenceLine),
      }),
    ),
    win: z.object({
      needs: z.enum(['contract or payment', 'contract', 'payment', 'nothing']),
      allowsUnproven: z.boolean(),
      /** What a win asks: the proof, and the evidence of the stages that are left. */
      lines: z.array(evidenceLine),
      mayWin: z.boolean(),
    }),
    documents: z.array(dealDocument),
    contracts: z.array(
      z.object({
        factId: z.uuid(),
        at: moment,
        signedOn: day.nullable(),
        signatories: z.array(z.string()),
        documentId: z.uuid().nullable(),
      }),
    ),
    payments: z.array(
      z.object({
        factId: z.uuid(),
        at: moment,
        amountCents: z.number().nullable(),
        currency: z.string().nullable(),
        reference: z.string().nullable(),
      }),
    ),
    /** Newest first: every fact of the deal, with what it said. */
    history: z.array(
      z.object({
        factId: z.uuid(),
        kind: z.string(),
        at: moment,
        by: userRef.nullable(),
        source: z.string(),
        data: z.record(z.string(), z.unknown()),
        isRetracted: z.boolean(),
        mayRetract: z.boolean(),
      }),
    ),
    clocks: z.array(runningClock),
    may: z.record(z.string(), z.object({ isAllowed: z.boolean(), why: z.string().nullable() })),
  }),
})
