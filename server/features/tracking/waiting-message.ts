import type { PreparedFact } from '../facts/prepare-facts.ts'

/** As it is written: what is absent of a message of a visitor is left out. */
type Waiting = Pick<PreparedFact, 'fact' | 'keys' | 'linkOf'>

/** The checked facts of one message, as they wait: one line of text. A JSON text holds no line break of its own. */
export function writeWaiting(facts: readonly PreparedFact[]): string {
  return JSON.stringify(
    facts.map(({ fact, keys, linkOf }): Waiting => (linkOf ? { fact, keys, linkOf } : { fact, keys })),
  )
}

/** Several messages, one a line, as they were before. */
export function readWaiting(lines: string): PreparedFact[][] {
  // Written by writeWaiting alone, into a table that nothing else writes.
  const messages: Waiting[][] = JSON.parse(`[${lines.replaceAll('\n', ',')}]`)
  return messages.map((facts) => facts.map((each) => ({ ...each, personId: null, importId: null })))
}
