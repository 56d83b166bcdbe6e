import type { IncomingFact } from '../facts/incoming.ts'
import { group } from './loose.ts'
import { type BodyOf, envelopeOf, whoOf } from './message.ts'
import { traitsOf } from './traits-of.ts'

/** A Segment `identify` as a fact: who a visitor is. */
export function factsOfIdentify(body: BodyOf<'identify'>, nowMs: number): [main: IncomingFact] {
  const traits = body.traits ?? group(body.context, 'traits')
  const who = whoOf(body, traits)
  return [{ kind: 'person.identified', ...envelopeOf(body, nowMs), who, touch: null, data: traitsOf(traits) }]
}
