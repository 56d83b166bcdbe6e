import { FACT_KINDS } from '@ensemble/engine/facts/kinds.ts'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import type { Sent } from '../../http/sent.ts'
import { freshGrouping } from '../channels/present-grouping.ts'
import type { PreparedFact } from '../facts/prepare-facts.ts'
import { intakeOf, type Way } from './intake.ts'
import { type Message, momentSaid } from './message.ts'
import { prepareMessage } from './prepare-message.ts'
import { receiverOf } from './receiver.ts'
import { type Arrived, tallyOf } from './tally.ts'
import { mayWaitAsSent, writeManySent, writeOneSent, writeWaiting } from './waiting-message.ts'
import { type WebsiteSettings, websiteSettingsOf } from './website-settings.ts'
import { type Filtered, type Sender, whyFiltered } from './why-filtered.ts'

export type Received =
  /** `accepted`: it is stored and will be taken in; whether it came before is known then. */
  | { status: 'recorded' | 'duplicate' | 'accepted'; factId: string; notes: string[] }
  | { status: 'filtered'; factId: null; filtered: Filtered; notes: string[] }

/** A clock may run a little ahead without a word. */
const AHEAD_MS = 5 * 60_000

export function senderOf(sent: Sent): Sender {
  return {
    get ip() {
      return sent.ip
    },
    userAgent: sent.headers['user-agent'],
  }
}

function notesOf({ body }: Message, nowMs: number): string[] {
  const aheadMs = momentSaid(body, nowMs) - nowMs
  if (aheadMs <= AHEAD_MS) return []
  return [
    `Its time was ${Math.round(aheadMs / 60_000)} minutes ahead of ours: it counts as now. Send sentAt, so that a wrong clock can be corrected.`,
  ]
}

function nameOf({ type, body }: Message): string {
  if (type === 'track') return body.event
  if (type === 'page' || type === 'screen') {
    const path = body.properties?.path ?? body.properties?.url
    return body.name ?? (typeof path === 'string' ? path : '')
  }
  return ''
}

/** Tells the page of the website that something came. */
export function noteArrival(
  ctx: Context,
  message: Message | null,
  outcome: { what: Arrived['what']; personId?: string; why?: string },
  raw: { type: string } = { type: message?.type ?? '?' },
): void {
  const body = message?.body
  const library = body?.context?.library
  const name = typeof library === 'object' && library !== null && 'name' in library ? String(library.name) : null
  tallyOf(ctx).note({
    at: ctx.now(),
    type: raw.type.slice(0, 20),
    what: outcome.what,
    name: (message === null ? '' : nameOf(message)).slice(0, 120),
    who: (body?.userId ?? body?.anonymousId ?? '').slice(0, 8),
    personId: outcome.personId ?? null,
    library: name?.slice(0, 40) ?? null,
    why: outcome.why?.slice(0, 200) ?? null,
  })
}

function filteredOf(ctx: Context, message: Message, sender: Sender, settings: WebsiteSettings): Filtered | null {
  const filtered = whyFiltered(message, sender, settings)
  if (filtered !== null) noteArrival(ctx, message, { what: filtered })
  return filtered
}

/** The rules by which messages are read, as fresh as they must be. */
export async function freshRules(ctx: Context): Promise<WebsiteSettings> {
  const stale = freshGrouping(ctx)
  if (stale !== null) await stale
  return websiteSettingsOf(ctx)
}

/** How a message came: the way it is to go, unless that is decided when it is its turn, and its JSON where it came alone. */
export type Coming = { way: Way | null; text: string | null }

/** Stores what one message says, together with the others that arrive now, and answers once it is committed. */
export async function receive(
  ctx: Context,
  message: Message,
  sender: Sender,
  { way: given, text }: Coming = { way: 'whole', text: null },
): Promise<Received> {
  const settings = await freshRules(ctx)
  const nowMs = ctx.now()
  const filtered = filteredOf(ctx, message, sender, settings)
  if (filtered !== null) return { status: 'filtered', factId: null, filtered, notes: [] }
  const intake = intakeOf(ctx)
  // Decided and counted in one turn: a crowd that comes at the same moment must not find the house calm.
  const way = given ?? intake.wayFor('one')
  if (way === 'inbox' && text !== null && mayWaitAsSent(message, nowMs)) {
    const factId = newId(nowMs)
    await intake.put(writeOneSent(text, message.type, nowMs, factId), 1)
    return accepted(ctx, message, factId, nowMs)
  }
  const facts = prepareMessage(message, nowMs)
  const recorder = way === 'whole' ? receiverOf(ctx) : isRaised(facts) ? intake.urgent() : null
  if (recorder === null) {
    await intake.put(writeWaiting(facts), 1)
    return accepted(ctx, message, facts[0]?.fact.id ?? '', nowMs)
  }
  const [main] = await recorder.take(facts)
  if (main === undefined || main.status === 'refused')
    throw new Problem('refused', main?.reason ?? 'Nothing was recorded.', { mend: 'Nothing of this event was stored.' })
  noteArrival(ctx, message, { what: main.status, personId: main.personId })
  return { status: main.status, factId: main.factId, notes: notesOf(message, nowMs) }
}

/** Somebody raises a hand: a seller waits for it, so that it does not stand in line behind pages that were read. */
function isRaised(facts: readonly PreparedFact[]): boolean {
  return facts.some(({ fact }) => FACT_KINDS[fact.kind].isHandRaise === true)
}

function accepted(ctx: Context, message: Message, factId: string, nowMs: number): Received {
  if (!tallyOf(ctx).isFull()) noteArrival(ctx, message, { what: 'accepted' })
  return { status: 'accepted', factId, notes: notesOf(message, nowMs) }
}

type Outcome = PromiseSettledResult<Received>
type Many<T> = { events: readonly T[]; read: (event: T) => Message; sender: Sender; text: string | null }

/**
 * Puts many messages into the inbox by one commit. `read` gives each or throws what is wrong with it, which is told in its place. `text` is the JSON of
 * the batch, where nothing but its events and their `sentAt` counts.
 */
export async function receiveMany<T>(ctx: Context, { events, read, sender, text }: Many<T>): Promise<Outcome[]> {
  const settings = await freshRules(ctx)
  const nowMs = ctx.now()
  const attempted = <R>(work: () => R): R | PromiseRejectedResult => {
    try {
      return work()
    } catch (reason) {
      return { status: 'rejected', reason }
    }
  }
  const messages = events.map((event) =>
    attempted((): Message | PromiseFulfilledResult<Received> => {
      const message = read(event)
      const filtered = filteredOf(ctx, message, sender, settings)
      if (filtered === null) return message
      return { status: 'fulfilled', value: { status: 'filtered', factId: null, filtered, notes: [] } }
    }),
  )
  const done = (message: Message, factId: string): Outcome => ({
    status: 'fulfilled',
    value: accepted(ctx, message, factId, nowMs),
  })
  const good = messages.flatMap((each) => ('body' in each ? [each] : []))
  if (text !== null && good.length === events.length && good.every((each) => mayWaitAsSent(each, nowMs))) {
    const factIds = good.map(() => newId(nowMs))
    await intakeOf(ctx).put(writeManySent(text, nowMs, factIds), good.length)
    return good.map((message, index) => done(message, factIds[index] ?? ''))
  }
  const readied = messages.map((each) =>
    'body' in each ? attempted(() => ({ message: each, facts: prepareMessage(each, nowMs) })) : each,
  )
  const lines = readied.flatMap((each) => ('facts' in each ? [writeWaiting(each.facts)] : []))
  await intakeOf(ctx).put(lines.join('\n'), lines.length)
  return readied.map((each) => ('facts' in each ? done(each.message, each.facts[0]?.fact.id ?? '') : each))
}
