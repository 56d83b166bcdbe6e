import { Problem, type ProblemPlace } from '../../http/problem.ts'
import { MESSAGES, type MessageType } from './contract.ts'
import { fitsSurely } from './fits-surely.ts'
import { flawsOf } from './flaws-of.ts'
import { isLoose, type Loose } from './loose.ts'
import type { Message } from './message.ts'

/** What a batch says once for all of its events. */
export type Shared = { sentAt?: unknown; context?: unknown }

export function isMessageType(type: unknown): type is MessageType {
  return typeof type === 'string' && Object.hasOwn(MESSAGES, type)
}

function misfit(why: string, mend: string, errors: ProblemPlace[] = []): Problem {
  return new Problem('bad-request', why, { mend, errors })
}

/** A checked call. Throws a problem that names every field that does not fit. `type` is null in a batch: the event says it. */
export function readMessage(raw: unknown, type: MessageType | null, shared: Shared = {}): Message {
  if (!isLoose(raw)) throw misfit('This event is not an object.', 'Send a JSON object for each event.')
  const flaws = flawsOf(raw)
  if (flaws[0]?.where === 'event' && flaws[0].what.startsWith('weighs'))
    throw new Problem('too-large', `This event ${flaws[0].what}.`, {
      mend: 'Send less with it: an event is not a file.',
      errors: flaws,
    })
  if (flaws.length > 0)
    throw misfit('This event holds what cannot be stored.', 'Mend the fields named in errors.', flaws)
  const wanted = type ?? raw.type
  if (!isMessageType(wanted))
    throw misfit(
      'This event does not say of which type it is.',
      `Give "type": one of ${Object.keys(MESSAGES).join(', ')}.`,
      [{ where: 'type', what: 'is missing or unknown' }],
    )
  return checked(wanted, joined(raw, shared))
}

/** An event with what its batch says once for all. */
export function joined(raw: Loose, shared: Shared): Loose {
  if (shared.sentAt === undefined && shared.context === undefined) return raw
  const sentAt = raw.sentAt ?? shared.sentAt
  const context = isLoose(shared.context)
    ? { ...shared.context, ...(isLoose(raw.context) ? raw.context : {}) }
    : raw.context
  return { ...raw, sentAt, context }
}

/** What was checked before, as a message of its type. */
export function messageOf(type: unknown, raw: Loose): Message {
  // The body fits the schema of this very type; the checker cannot follow the lookup.
  return { type, body: raw } as unknown as Message
}

function checked(type: MessageType, raw: Loose): Message {
  // Of a body that fits surely the schema would leave out what nobody reads, and nothing else.
  if (fitsSurely(type, raw)) return messageOf(type, raw)
  const parsed = MESSAGES[type].safeParse(raw)
  if (parsed.success) return messageOf(type, parsed.data)
  const errors = parsed.error.issues
    .slice(0, 10)
    .map((issue) => ({ where: issue.path.map(String).join('.') || 'event', what: issue.message }))
  throw misfit(`This ${type} event does not fit.`, 'Correct the fields named in errors and send it again.', errors)
}
