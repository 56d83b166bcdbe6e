import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'

type Received = { success: true; factId: string; status: 'recorded' | 'duplicate' }

/** Records the facts of one message, all or none, and answers for the first: it is said only after they are stored. */
export async function receive(ctx: Context, facts: readonly IncomingFact[]): Promise<Received> {
  const [main] = await recordFacts(ctx, facts, { onRefused: 'throw' })
  if (main === undefined || main.status === 'refused')
    throw new Problem('refused', main?.reason ?? 'Nothing was recorded.')
  return { success: true, factId: main.factId, status: main.status }
}
