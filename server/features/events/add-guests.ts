import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { takeCards } from '../cards/take-cards.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { noteTie } from '../introductions/save-tie.ts'
import type { addGuests as promise } from './contract.ts'
import { requireEvent } from './read-event.ts'

type Body = z.output<NonNullable<(typeof promise)['body']>>
type Added = z.input<NonNullable<(typeof promise)['response']>>

/** People that are known: once for each event, however often it is said. */
async function addKnown(ctx: Context, caller: Caller, event: { id: string; name: string }, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await ctx.db.query<{ id: string }>(
    `select p.person_id as id from people p where p.person_id = any($1::uuid[]) and p.erased_at is null`,
    [ids],
  )
  if (rows.length < new Set(ids).size)
    throw new Problem('not-found', 'One of these people is not there any more.', {
      mend: 'They may have been merged meanwhile: search for them again.',
      errors: [{ where: 'body.personIds', what: 'names somebody who is not known' }],
    })
  const nowMs = ctx.now()
  const { rows: there } = await ctx.db.query<{ person_id: string; n: number }>(
    `select f.person_id, count(*)::int as n from facts f
      where f.person_id = any($1::uuid[]) and f.kind = 'event.attended' and f.message_id like $2 group by f.person_id`,
    [ids, `event:${event.id}:%`],
  )
  // Taken back and said again is said anew: the number makes it another message.
  const times = new Map(there.map(({ person_id, n }) => [person_id, n]))
  const recorded = await recordFacts(
    ctx,
    rows.map(({ id }) => ({
      kind: 'event.attended',
      at: nowMs,
      messageId: `event:${event.id}:${id}:${times.get(id) ?? 0}`,
      source: 'event',
      actor: caller.id,
      isHistory: false,
      who: { personId: id },
      touch: { channel: 'event', origin: null, campaign: event.name, landingPage: null },
      data: { name: event.name },
    })),
    { onRefused: 'report' },
  )
  return recorded.map(({ personId }) => personId)
}

/** Says who was there. Whoever of us met them knows them from then on. */
export async function addGuests(ctx: Context, caller: Caller, eventId: string, body: Body): Promise<Added> {
  const event = await requireEvent(ctx.db, eventId)
  if (body.cards.length === 0 && body.personIds.length === 0)
    throw new Problem('bad-request', 'It does not say who was there.', {
      mend: 'Give cards, or the ids of people.',
      errors: [{ where: 'body.cards', what: 'is empty' }],
    })
  const known = await addKnown(ctx, caller, { id: eventId, name: event.campaign.name }, body.personIds)
  const taken = await takeCards(ctx, caller, { cards: body.cards, event: event.key, isList: true })
  if (body.metBy !== null)
    for (const personId of new Set([...known, ...taken.people]))
      await noteTie(ctx.db, { personId, userId: body.metBy, source: 'card', nowMs: ctx.now() })
  if (body.metBy !== null)
    await ctx.db.query(
      'insert into event_staff (campaign_id, user_id) select $1, id from users where id = $2 on conflict do nothing',
      [eventId, body.metBy],
    )
  return { made: taken.made, known: taken.known + known.length, skipped: taken.skipped }
}

/** Takes back that somebody was there. */
export async function removeGuest(
  ctx: Context,
  caller: Caller,
  { eventId, personId }: { eventId: string; personId: string },
): Promise<void> {
  await requireEvent(ctx.db, eventId)
  const { rows } = await ctx.db.query<{ fact_id: string }>(
    `select f.fact_id from facts f where f.person_id = $2 and f.kind = 'event.attended'
        and f.campaign in (select n.name from campaign_names n where n.campaign_id = $1)
        and not exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)`,
    [eventId, personId],
  )
  if (rows.length === 0)
    throw new Problem('not-found', 'They are not among the guests of this event.', { mend: 'Look at the list again.' })
  await recordFacts(
    ctx,
    rows.map(({ fact_id }) => ({
      kind: 'fact.retracted',
      at: ctx.now(),
      messageId: `event:${eventId}:not:${fact_id}`,
      source: 'event',
      actor: caller.id,
      isHistory: false,
      who: { personId },
      touch: null,
      data: { fact: fact_id },
    })),
    { onRefused: 'throw' },
  )
}
