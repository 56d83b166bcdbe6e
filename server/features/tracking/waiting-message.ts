import type { PreparedFact } from '../facts/prepare-facts.ts'
import type { MessageType } from './contract.ts'
import { isAsking } from './facts-of-track.ts'
import { fitsSurely } from './fits-surely.ts'
import { group, type Loose } from './loose.ts'
import { type Message, momentOf } from './message.ts'
import { prepareMessage } from './prepare-message.ts'
import { joined, messageOf } from './read-message.ts'

/** As facts: what is absent of a message of a visitor is left out. */
type Facts = Pick<PreparedFact, 'fact' | 'keys' | 'linkOf'>[]
/** As it was sent, with when that was and the ids of the facts it will be answered for. */
type OneSent = { at: number; id: string; type: MessageType; one: Loose }
type ManySent = { at: number; ids: string[]; many: { batch: Loose[]; sentAt?: unknown } }
type Line = Facts | OneSent | ManySent

/** The checked facts of one message, as they wait: one line of text. A JSON text holds no line break of its own. */
export function writeWaiting(facts: readonly PreparedFact[]): string {
  return JSON.stringify(
    facts.map(({ fact, keys, linkOf }) => (linkOf ? { fact, keys, linkOf } : { fact, keys })) satisfies Facts,
  )
}

/**
 * Whether nothing can be wrong with the facts of a checked message, so that they need not be made before it is answered: a page or an event of a visitor
 * who has a key. What holds an address of the network does not wait as it was sent.
 */
export function mayWaitAsSent({ type, body }: Message, nowMs: number): boolean {
  if ((type !== 'page' && type !== 'track') || !fitsSurely(type, body)) return false
  if (type === 'track' && isAsking(body.event, body.properties ?? {})) return false
  if (!body.anonymousId && !body.userId) return false
  return group(body, 'context').ip === undefined && momentOf(body, nowMs) >= 0
}

/** One message as it was sent. `text` is its JSON, in which a line break can only stand between two marks. */
export function writeOneSent(text: string, type: MessageType, atMs: number, factId: string): string {
  return `{"at":${atMs},"id":"${factId}","type":"${type}","one":${inOneLine(text)}}`
}

/** A whole batch as it was sent. */
export function writeManySent(text: string, atMs: number, factIds: readonly string[]): string {
  return `{"at":${atMs},"ids":["${factIds.join('","')}"],"many":${inOneLine(text)}}`
}

function inOneLine(text: string): string {
  return /[\n\r]/.test(text) ? text.replaceAll(/[\n\r]/g, ' ') : text
}

/** The same messages, one a line, without looking into them: one of them is not to be read. */
export function splitWaiting(lines: string): string[] {
  return lines.split('\n').flatMap((text) => {
    const line: Line = JSON.parse(text)
    if (Array.isArray(line) || 'one' in line) return [text]
    const { batch, sentAt } = line.many
    return batch.map((event, index) =>
      JSON.stringify({
        at: line.at,
        id: line.ids[index] ?? '',
        type: messageOf(event.type, event).type,
        one: joined(event, { sentAt }),
      } satisfies OneSent),
    )
  })
}

/** Messages as the facts they become, in the order in which they came. */
export function readWaiting(lines: string): PreparedFact[][] {
  // Written by the functions above alone, into a table that nothing else writes.
  const all: Line[] = JSON.parse(`[${lines.replaceAll('\n', ',')}]`)
  return all.flatMap((line) => {
    if (Array.isArray(line)) return [line.map((each) => ({ ...each, personId: null, importId: null }))]
    if ('one' in line) return [prepareMessage(messageOf(line.type, line.one), line.at, line.id)]
    const { batch, sentAt } = line.many
    return batch.map((event, index) =>
      prepareMessage(messageOf(event.type, joined(event, { sentAt })), line.at, line.ids[index]),
    )
  })
}
