import { FACT_KINDS } from '@ensemble/engine/facts/kinds.ts'
import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { Problem, type ProblemPlace } from '../../http/problem.ts'
import { freshGrouping } from '../channels/present-grouping.ts'
import { type PreparedFact, prepareOne } from '../facts/prepare-facts.ts'
import { factsOfMessage } from './facts-of-message.ts'
import { intakeOf, type Way } from './intake.ts'
import { type Message, momentSaid } from './message.ts'
import { receiverOf } from './receiver.ts'
import { type Arrived, tallyOf } from './tally.ts'
import { type WebsiteSettings, websiteSettingsOf } from './website-settings.ts'
import { type Filtered, type Sender, whyFiltered } from './why-filtered.ts'

export type Received =
  /** `accepted`: it is stored and will be taken in; whether it came before is known then. */
  | { status: 'recorded' | 'duplicate' | 'accepted'; factId: string; notes: string[] }
  | { status: 'filtered'; factId: null; filtered: Filtered; notes: string[] }

/** A clock may run a little ahead without a word. */
const AHEAD_MS = 5 * 60_000

export function senderOf(request: FastifyRequest): Sender {
  return { ip: request.ip, userAgent: request.headers['user-agent'] }
}

function prepared(message: Message, nowMs: number): PreparedFact[] {
  const facts: PreparedFact[] = []
  const errors: ProblemPlace[] = []
  for (const incoming of factsOfMessage(message, nowMs)) {
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

/** What a message is told by when it waits: its line in the inbox, or why it does not count. */
type Readied = { facts: PreparedFact[] } | { filtered: Filtered }

function readied(ctx: Context, message: Message, sender: Sender, settings: WebsiteSettings, nowMs: number): Readied {
  const filtered = whyFiltered(message, sender, settings)
  if (filtered === null) return { facts: prepared(message, nowMs) }
  noteArrival(ctx, message, { what: filtered })
  return { filtered }
}

/** The rules by which messages are read, as fresh as they must be. */
async function freshRules(ctx: Context): Promise<WebsiteSettings> {
  const stale = freshGrouping(ctx)
  if (stale !== null) await stale
  return websiteSettingsOf(ctx)
}

/** Stores what one message says, together with the others that arrive now, and answers once it is committed. */
export async function receive(ctx: Context, message: Message, sender: Sender, way: Way = 'whole'): Promise<Received> {
  const nowMs = ctx.now()
  const one = readied(ctx, message, sender, await freshRules(ctx), nowMs)
  if ('filtered' in one) return { status: 'filtered', factId: null, filtered: one.filtered, notes: [] }
  if (way === 'inbox' && !(isRaised(one.facts) && intakeOf(ctx).hasRoomForWhole())) {
    await intakeOf(ctx).put([one.facts])
    return accepted(ctx, message, one.facts, nowMs)
  }
  const [main] = await receiverOf(ctx).take(one.facts)
  if (main === undefined || main.status === 'refused')
    throw new Problem('refused', main?.reason ?? 'Nothing was recorded.', { mend: 'Nothing of this event was stored.' })
  noteArrival(ctx, message, { what: main.status, personId: main.personId })
  return { status: main.status, factId: main.factId, notes: notesOf(message, nowMs) }
}

/** Somebody raises a hand: a seller waits for it, so that it does not stand in line behind pages that were read. */
function isRaised(facts: readonly PreparedFact[]): boolean {
  return facts.some(({ fact }) => FACT_KINDS[fact.kind].isHandRaise === true)
}

function accepted(ctx: Context, message: Message, facts: readonly PreparedFact[], nowMs: number): Received {
  if (!tallyOf(ctx).isFull()) noteArrival(ctx, message, { what: 'accepted' })
  return { status: 'accepted', factId: facts[0]?.fact.id ?? '', notes: notesOf(message, nowMs) }
}

/** Puts many messages into the inbox by one commit. `read` gives each or throws what is wrong with it, which is told in its place. */
export async function receiveMany<T>(
  ctx: Context,
  events: readonly T[],
  read: (event: T) => Message,
  sender: Sender,
): Promise<PromiseSettledResult<Received>[]> {
  const settings = await freshRules(ctx)
  const nowMs = ctx.now()
  const lines: PreparedFact[][] = []
  const outcomes = events.map((event): PromiseSettledResult<Received> | { message: Message; facts: PreparedFact[] } => {
    try {
      const message = read(event)
      const one = readied(ctx, message, sender, settings, nowMs)
      if ('filtered' in one)
        return { status: 'fulfilled', value: { status: 'filtered', factId: null, filtered: one.filtered, notes: [] } }
      lines.push(one.facts)
      return { message, facts: one.facts }
    } catch (reason) {
      return { status: 'rejected', reason }
    }
  })
  await intakeOf(ctx).put(lines)
  return outcomes.map((one) =>
    'facts' in one ? { status: 'fulfilled', value: accepted(ctx, one.message, one.facts, nowMs) } : one,
  )
}
