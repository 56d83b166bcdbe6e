import { FACT_DATA } from '@ensemble/engine/facts/kinds.ts'
import { z } from 'zod'
import { contract, NOT_VIEWERS } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { contactWarning } from '../privacy/contract.ts'

const kinds = Object.keys(FACT_DATA)

/** Who the fact is about: any key that is known. `personId` wins; otherwise keys are looked up, and a new person is made when none is known. */
export const who = z.object({
  personId: z.uuid().optional(),
  email: z.string().max(320).optional(),
  phone: z.string().max(60).optional(),
  externalId: z.string().max(200).optional(),
  anonymousId: z.string().max(200).optional(),
})

export const incomingFact = z
  .object({
    kind: z.string().refine((kind) => kinds.includes(kind), { error: 'not a kind of fact this version knows' }),
    /** Defaults to the moment of arrival. */
    at: moment.optional(),
    /**
     * Send the same id again and nothing happens twice. Facts of one moment stand in the story by their kind, then by this id: left out,
     * those of one request keep the order they were sent in.
     */
    messageId: z.string().min(1).max(200).optional(),
    who,
    channel: z.string().max(200).optional(),
    origin: z.string().max(200).optional(),
    campaign: z.string().max(200).optional(),
    landingPage: z.string().max(2000).optional(),
    data: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'IncomingFact' })

export const recordFacts = contract({
  id: 'recordFacts',
  method: 'POST',
  url: '/api/facts',
  summary:
    'The one way in: records facts, one or many, all or none. Accept, reject, calls, verdicts, deals, undo (`fact.retracted`) are facts. A role may record only the kinds it is allowed.',
  roles: NOT_VIEWERS,
  body: z.object({ facts: z.array(incomingFact).min(1).max(500) }),
  response: z.object({
    facts: z.array(
      z.object({
        factId: z.uuid(),
        personId: z.uuid(),
        status: z.enum(['recorded', 'duplicate']),
        decisions: z.array(z.string()),
      }),
    ),
    /** Somebody was reached in a way they do not want: it is recorded, and said. */
    warnings: z.array(contactWarning),
    /** Whom nobody reached, and when they are to be called again. */
    planned: z.array(z.object({ personId: z.uuid(), at: moment })),
  }),
  status: 201,
})
