import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { recordFacts } from '../facts/record-facts.ts'
import type { askIntroduction as asking, changeIntroduction as changing } from './contract.ts'
import { type IntroductionView, readIntroductions } from './read-introductions.ts'
import { noteTie } from './save-tie.ts'

type Body = z.output<NonNullable<(typeof asking)['body']>>
type Change = z.output<NonNullable<(typeof changing)['body']>>

/** Notes that somebody was asked to introduce us. */
export async function askIntroduction(ctx: Context, caller: Caller, body: Body): Promise<IntroductionView> {
  if ((body.askedUserId === undefined) === (body.askedPersonId === undefined))
    throw new Problem('bad-request', 'It does not say who was asked.', {
      mend: 'Name a colleague or a contact, and only one of them.',
      errors: [{ where: 'body.askedPersonId', what: 'one of askedUserId and askedPersonId is needed' }],
    })
  const { rows } = await ctx.db.query('select 1 from people where person_id = $1 and erased_at is null', [
    body.personId,
  ])
  if (rows.length === 0)
    throw new Problem('not-found', 'There is no such person.', { mend: 'They may have been merged: search for them.' })
  const id = newId(ctx.now())
  await ctx.db.query(
    `insert into introductions (introduction_id, person_id, asked_user, asked_person, for_user, path, note, asked_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      id,
      body.personId,
      body.askedUserId ?? null,
      body.askedPersonId ?? null,
      caller.id,
      JSON.stringify(body.path),
      body.note,
      new Date(ctx.now()),
    ],
  )
  return one(ctx, caller, id)
}

async function one(ctx: Context, caller: Caller, id: string): Promise<IntroductionView> {
  const [found] = await readIntroductions(ctx.db, caller, { id, status: null, limit: 1 })
  if (found === undefined)
    throw new Problem('not-found', 'There is no such introduction.', { mend: 'Look at the list again.' })
  return found
}

/**
 * Says how an introduction stands. When it is made, the story of whoever was introduced gets a referral, and who asked knows them; taken
 * back, the referral is retracted.
 */
export async function changeIntroduction(
  ctx: Context,
  caller: Caller,
  id: string,
  { status, note }: Change,
): Promise<IntroductionView> {
  const before = await one(ctx, caller, id)
  if (!before.mayChange)
    throw new Problem('not-allowed', 'This introduction is another colleague’s.', { mend: 'Ask them, or a manager.' })
  const nowMs = ctx.now()
  const { rows } = await ctx.db.query<{ fact_id: string | null }>(
    'select fact_id from introductions where introduction_id = $1',
    [id],
  )
  let factId = rows[0]?.fact_id ?? null
  if (status === 'made' && factId === null) {
    const [made] = await recordFacts(
      ctx,
      [
        {
          kind: 'referral.made',
          at: nowMs,
          messageId: `introduction:${id}:${nowMs}`,
          source: 'introduction',
          actor: caller.id,
          isHistory: false,
          who: { personId: before.person.id },
          touch: { channel: 'referral', origin: before.asked?.kind ?? null, campaign: null, landingPage: null },
          data: {
            ...(before.asked === null ? {} : { by: before.asked.name.slice(0, 200) }),
            ...((note ?? before.note) === '' ? {} : { note: note ?? before.note }),
          },
        },
      ],
      { onRefused: 'throw', language: caller.locale ?? 'en' },
    )
    factId = made?.factId ?? null
    await noteTie(ctx.db, { personId: before.person.id, userId: before.for.id, source: 'introduction', nowMs })
  }
  if (status !== 'made' && factId !== null) {
    await recordFacts(ctx, [
      {
        kind: 'fact.retracted',
        at: nowMs,
        messageId: `introduction:${id}:back:${factId}`,
        source: 'introduction',
        actor: caller.id,
        isHistory: false,
        who: { personId: before.person.id },
        touch: null,
        data: { fact: factId },
      },
    ])
    factId = null
  }
  await ctx.db.query(
    `update introductions set status = $2, note = coalesce($3, note), fact_id = $4, updated_at = $5,
            promised_at = case when $2 = 'asked' then null when $2 = 'promised' then coalesce(promised_at, $5) else promised_at end,
            settled_at = case when $2 in ('made', 'declined') then $5::timestamptz end
      where introduction_id = $1`,
    [id, status, note ?? null, factId, new Date(nowMs)],
  )
  return one(ctx, caller, id)
}
