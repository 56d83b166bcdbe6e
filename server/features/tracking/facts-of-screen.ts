import type { IncomingFact } from '../facts/incoming.ts'
import { arrivalOf } from './arrival-of.ts'
import { scalarsOf } from './loose.ts'
import { type BodyOf, envelopeOf, whoOf } from './message.ts'

/** A Segment `screen` as a fact: an app has no page, so it is an event with the screen's name, as analytics tools call it. */
export function factsOfScreen(body: BodyOf<'screen'>, nowMs: number): [main: IncomingFact] {
  const name = [body.category, body.name].filter(Boolean).join(' ') || 'a'
  const data = { name: `Viewed ${name} Screen`.slice(0, 200), properties: scalarsOf(body.properties ?? {}) }
  const touch = arrivalOf(body.context)
  return [{ kind: 'event.tracked', ...envelopeOf(body, nowMs), who: whoOf(body), touch, data }]
}
