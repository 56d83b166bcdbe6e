import type { IncomingFact } from '../facts/incoming.ts'
import { type BodyOf, envelopeOf, whoOf } from './message.ts'

/** A Segment `alias` as a fact: the previous id, anonymous or not, names the same person as the user id. */
export function factsOfAlias(body: BodyOf<'alias'>, nowMs: number): [main: IncomingFact] {
  const who = { ...whoOf(body), previousId: body.previousId }
  return [{ kind: 'person.identified', ...envelopeOf(body, nowMs), who, touch: null, data: {} }]
}
