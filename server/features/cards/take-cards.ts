import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { normalEmail, normalPhone } from '../facts/prepare-facts.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { isSharedMailbox } from '../facts/shared-mailbox.ts'
import { noteTie } from '../introductions/save-tie.ts'
import { traitsOf } from '../tracking/traits-of.ts'
import type { previewCards as previewing, takeCards as promise } from './contract.ts'
import { type Card, type ReadCards, readVcards } from './read-vcards.ts'

type Preview = z.input<NonNullable<(typeof previewing)['response']>>
type Taken = z.input<NonNullable<(typeof promise)['response']>>
type Event = { name: string }

/** The key of identity a card is known by: an address of one person, else a phone. */
function keyOf(card: Card): { kind: 'email' | 'phone'; value: string } | null {
  for (const email of card.emails) {
    const value = normalEmail(email)
    if (value !== null && !isSharedMailbox(value)) return { kind: 'email', value }
  }
  for (const phone of card.phones) {
    const value = normalPhone(phone)
    if (value !== null) return { kind: 'phone', value }
  }
  const shared = card.emails[0] === undefined ? null : normalEmail(card.emails[0])
  return shared === null ? null : { kind: 'email', value: shared }
}

/** Reads cards and says whom of them is known. */
export async function previewCards(
  ctx: Context,
  body: { text?: string | undefined; base64?: string | undefined },
): Promise<Preview> {
  const given = body.base64 === undefined ? (body.text ?? '') : new Uint8Array(Buffer.from(body.base64, 'base64'))
  if (given.length === 0)
    throw new Problem('bad-request', 'There is nothing to read.', { mend: 'Choose a .vcf file, or paste a card.' })
  return previewRead(ctx, readVcards(given))
}

/** Says of cards that were read whom of them is known. */
export async function previewRead(ctx: Context, read: ReadCards): Promise<Preview> {
  const keys = read.cards.map(({ card }) => keyOf(card))
  const { rows } = await ctx.db.query<{ kind: string; value: string; id: string; name: string }>(
    `select i.kind, i.value, p.person_id as id, coalesce(nullif(p.name, ''), p.email, i.value) as name
       from unnest($1::text[], $2::text[]) as k(kind, value) join identities i on i.kind = k.kind and i.value = k.value
       join people p on p.person_id = i.person_id`,
    [keys.map((key) => key?.kind ?? ''), keys.map((key) => key?.value ?? '')],
  )
  const known = new Map(rows.map(({ kind, value, id, name }) => [`${kind}:${value}`, { id, name }]))
  const seen = new Set<string>()
  return {
    cards: read.cards.map(({ card, line }, index) => {
      const key = keys[index]
      if (key === null || key === undefined) return { line, card, status: 'unreachable', person: null }
      const name = `${key.kind}:${key.value}`
      const person = known.get(name) ?? null
      const isTwice = seen.has(name)
      seen.add(name)
      return { line, card, status: isTwice ? 'twice' : person === null ? 'new' : 'known', person }
    }),
    refused: read.refused,
  }
}

/** The event a card was taken at: a campaign by its key or name. */
export async function eventNamed(ctx: Context, key: string): Promise<Event | null> {
  const { rows } = await ctx.db.query<Event>(
    `select c.name from campaigns c where c.tactic = 'event' and (c.key = lower($1) or lower(c.name) = lower($1)) limit 1`,
    [key],
  )
  return rows[0] ?? null
}

type Where = {
  actor: string | null
  event: Event | null
  source: 'card' | 'event'
  landingPage: string | null
  isLeft: boolean
}

/** A card as facts: who it is, and at what event we met. Without a key it is nothing. */
export function factsOfCard(card: Card, where: Where, nowMs: number, index = 0): IncomingFact[] {
  // Of two cards of one person the later one holds: their facts are of one moment, and ordered by these names.
  const messageId = (what: string): string => `card:${nowMs}:${String(index).padStart(4, '0')}:${what}:${newId(nowMs)}`
  const key = keyOf(card)
  if (key === null) return []
  const who = {
    email: key.kind === 'email' ? key.value : card.emails[0],
    phone: card.phones.map(normalPhone).find((phone) => phone !== null) ?? undefined,
  }
  const { event, actor, source, landingPage, isLeft } = where
  const touch =
    event === null && !isLeft
      ? null
      : {
          channel: event === null ? 'direct' : 'event',
          origin: source === 'card' ? 'card' : null,
          campaign: event?.name ?? null,
          landingPage,
        }
  const base = { at: nowMs, source, actor, isHistory: false, who }
  const about = traitsOf({
    name: card.name,
    email: card.emails[0],
    phone: who.phone,
    title: card.title,
    city: card.city,
    region: card.region,
    country: card.country,
    company: card.company,
  })
  const met: IncomingFact[] =
    event !== null
      ? [{ ...base, kind: 'event.attended', messageId: messageId('met'), touch, data: { name: event.name } }]
      : isLeft
        ? [{ ...base, kind: 'form.submitted', messageId: messageId('met'), touch, data: { name: 'card' } }]
        : []
  return [
    ...met,
    { ...base, kind: 'person.identified', messageId: messageId('who'), touch: null, data: about },
    ...(card.note === ''
      ? []
      : [{ ...base, kind: 'note.written', messageId: messageId('note'), touch: null, data: { text: card.note } }]),
  ]
}

/** Takes cards in, one after the other in one call; cards of one person are one person. Of a list nobody says that the caller met them. */
export async function takeCards(
  ctx: Context,
  caller: Caller,
  { cards, event, isList = false }: { cards: Card[]; event?: string | undefined; isList?: boolean },
): Promise<Taken> {
  const nowMs = ctx.now()
  const at = event === undefined || event === '' ? null : await eventNamed(ctx, event)
  if (event !== undefined && event !== '' && at === null)
    throw new Problem('not-found', `There is no event "${event}".`, {
      mend: 'Choose one of the events, or make a campaign of the tactic event first.',
      errors: [{ where: 'body.event', what: 'is no event' }],
    })
  const where: Where = {
    actor: caller.id,
    event: at,
    source: isList ? 'event' : 'card',
    landingPage: null,
    isLeft: false,
  }
  const lists = cards.map((card, index) => factsOfCard(card, where, nowMs, index)).filter((facts) => facts.length > 0)
  if (lists.length === 0) return { made: 0, known: 0, skipped: cards.length, people: [] }
  const before = await ctx.db.query<{ now: Date }>('select clock_timestamp() as now')
  const recorded = await recordFacts(ctx, lists.flat(), { onRefused: 'report' })
  const people = [...new Set(recorded.map(({ personId }) => personId))]
  for (const personId of isList ? [] : people)
    await noteTie(ctx.db, { personId, userId: caller.id, source: 'card', nowMs })
  const born = await ctx.db.query<{ n: number }>(
    `select count(*)::int as n from (select i.person_id from identities i where i.person_id = any($1::uuid[]) group by i.person_id
       having min(i.created_at) >= $2) as fresh`,
    [people, before.rows[0]?.now ?? new Date(nowMs)],
  )
  const made = born.rows[0]?.n ?? 0
  return { made, known: people.length - made, skipped: cards.length - lists.length, people }
}
