import type { IncomingFact } from '../facts/incoming.ts'
import { type BodyOf, envelopeOf, whoOf } from './message.ts'
import { traitsOf } from './traits-of.ts'

/** A Segment `group` as a fact: the company somebody belongs to. Its traits are of the company, not of the person. */
export function factsOfGroup(body: BodyOf<'group'>, nowMs: number): [main: IncomingFact] {
  const { account } = traitsOf({ company: { ...body.traits, id: body.groupId } })
  const data = account === undefined ? {} : { account }
  return [{ kind: 'person.identified', ...envelopeOf(body, nowMs), who: whoOf(body), touch: null, data }]
}
