import { Problem, type ProblemPlace } from '../../http/problem.ts'
import { type PreparedFact, prepareOne } from '../facts/prepare-facts.ts'
import { factsOfMessage } from './facts-of-message.ts'
import type { Message } from './message.ts'

/** The checked facts of a message; `factId` is that of the one it is answered for. Throws a problem that names what does not fit. */
export function prepareMessage(message: Message, nowMs: number, factId?: string): PreparedFact[] {
  const facts: PreparedFact[] = []
  const errors: ProblemPlace[] = []
  for (const [index, incoming] of factsOfMessage(message, nowMs).entries()) {
    if (index === 0 && factId !== undefined) incoming.factId = factId
    const outcome = prepareOne(incoming, 0, nowMs)
    if (outcome.ok) facts.push(outcome.prepared)
    else errors.push(...outcome.places.map((place) => ({ ...place, where: place.where.replace(/^facts\.0\./, '') })))
  }
  if (errors.length === 0) return facts
  throw new Problem('bad-request', 'This event does not fit.', {
    mend: errors[0]?.mend ?? 'Correct the fields named in errors and send it again.',
    errors,
  })
}
