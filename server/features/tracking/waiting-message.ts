import type { PreparedFact } from '../facts/prepare-facts.ts'

/** The checked facts of one message, as they wait: one line of text. A JSON text holds no line break of its own. */
export function writeWaiting(facts: readonly PreparedFact[]): string {
  return JSON.stringify(facts)
}

/** Several messages, one a line, as they were before. */
export function readWaiting(lines: string): PreparedFact[][] {
  // Written by writeWaiting alone, into a table that nothing else writes.
  const messages: PreparedFact[][] = JSON.parse(`[${lines.replaceAll('\n', ',')}]`)
  return messages
}
