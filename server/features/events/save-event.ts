import type { PoolClient } from 'pg'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { changeCampaign } from '../campaigns/change-campaign.ts'
import { createCampaign } from '../campaigns/create-campaign.ts'
import { campaignBody } from '../campaigns/shapes.ts'
import type { createEvent as promise } from './contract.ts'
import { requireEvent } from './read-event.ts'

type Body = z.output<NonNullable<(typeof promise)['body']>>

/** A campaign cannot belong to itself, nor to what belongs to it. */
async function checkPartOf(ctx: Context, partOf: string | null, eventId: string | null): Promise<void> {
  if (partOf === null) return
  const { rows } = await ctx.db.query<{ is_round: boolean }>(
    `select c.campaign_id = $2 or e.part_of = $2 as is_round from campaigns c left join events e using (campaign_id) where c.campaign_id = $1`,
    [partOf, eventId],
  )
  if (rows[0] !== undefined && rows[0].is_round !== true) return
  throw new Problem('bad-request', 'An event belongs to another campaign that is there.', {
    mend: 'Choose another campaign, or none.',
    errors: [
      { where: 'body.partOf', what: rows[0] === undefined ? 'is not known' : 'is the event itself, or part of it' },
    ],
  })
}

async function saveDetails(tx: PoolClient, ctx: Context, caller: Caller, eventId: string, body: Body): Promise<void> {
  await tx.query(
    `insert into events (campaign_id, place, part_of, updated_by, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (campaign_id) do update set place = excluded.place, part_of = excluded.part_of, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    [eventId, body.place, body.partOf, caller.id, new Date(ctx.now())],
  )
  await tx.query('delete from event_staff where campaign_id = $1 and not (user_id = any($2::uuid[]))', [
    eventId,
    body.staffIds,
  ])
  await tx.query(
    'insert into event_staff (campaign_id, user_id) select $1, id from users where id = any($2::uuid[]) on conflict do nothing',
    [eventId, body.staffIds],
  )
}

export async function createEvent(ctx: Context, caller: Caller, body: Body): Promise<string> {
  await checkPartOf(ctx, body.partOf, null)
  const { name, startsOn, endsOn, note } = body
  const made = campaignBody.parse({ name, startsOn, endsOn, note, tactic: 'event', channel: 'event', owner: caller.id })
  const { id } = await createCampaign(ctx, { body: made, by: caller.id })
  await inTransaction(ctx.db, (tx) => saveDetails(tx, ctx, caller, id, body))
  return id
}

/** Changes what an event says of itself; what only campaigns have (goal, budget, other names) stays as it is. */
export async function changeEvent(ctx: Context, caller: Caller, eventId: string, body: Body): Promise<void> {
  await checkPartOf(ctx, body.partOf, eventId)
  const before = await requireEvent(ctx.db, eventId)
  const { name, startsOn, endsOn, note } = body
  const said = campaignBody.parse({ ...before.campaign, name, startsOn, endsOn, note })
  await changeCampaign(ctx, { campaignId: eventId, body: said })
  await inTransaction(ctx.db, (tx) => saveDetails(tx, ctx, caller, eventId, body))
}
