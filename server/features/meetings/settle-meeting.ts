import { z } from 'zod'
import type { Context } from '../../context.ts'
import { freshGrouping } from '../channels/present-grouping.ts'
import { recordFacts } from '../facts/record-facts.ts'

const touch = z.object({
  channel: z.string().nullable(),
  origin: z.string().nullable(),
  campaign: z.string().nullable(),
  landingPage: z.string().nullable(),
})
const owed = z.array(
  z.object({
    kind: z.string(),
    factId: z.string(),
    at: z.number(),
    messageId: z.string(),
    actor: z.string().nullable(),
    who: z
      .object({
        personId: z.string().optional(),
        email: z.string().optional(),
        phone: z.string().optional(),
        anonymousId: z.string().optional(),
        linkOf: z.string().optional(),
      })
      .nullable(),
    touch: touch.nullable(),
    data: z.record(z.string(), z.unknown()),
  }),
)
/** A fact that follows from a meeting. `who` null: the person of the meeting. */
export type OwedFact = z.output<typeof owed>[number]

/**
 * Records what a meeting owes and takes it off the row. It may be run twice or cut off at any moment: a fact that was recorded is
 * known by its message. Returns whose meeting it is.
 */
export async function settleMeeting(ctx: Context, meetingId: string): Promise<string | null> {
  const { rows } = await ctx.db.query<{ owed: unknown; person_id: string | null }>(
    'select owed, person_id from meetings where meeting_id = $1',
    [meetingId],
  )
  const [row] = rows
  if (row === undefined) return null
  const facts = owed.parse(row.owed)
  if (facts.length === 0) return row.person_id
  await freshGrouping(ctx)
  let personId = row.person_id
  // One by one where the person is known only after the first: those of one booking name the same keys.
  const named = facts.filter(({ who }) => who !== null)
  const later = facts.filter(({ who }) => who === null)
  if (named.length > 0) personId = (await record(ctx, named, null))[0]?.personId ?? personId
  if (later.length > 0 && personId !== null) await record(ctx, later, personId)
  await ctx.db.query(
    `update meetings set person_id = coalesce(person_id, $2),
            owed = coalesce((select jsonb_agg(o) from jsonb_array_elements(owed) as o where not (o->>'messageId' = any($3::text[]))), '[]')
      where meeting_id = $1`,
    [meetingId, personId, facts.map(({ messageId }) => messageId)],
  )
  return personId
}

function record(ctx: Context, facts: readonly OwedFact[], personId: string | null) {
  return recordFacts(
    ctx,
    facts.map((fact) => ({
      ...fact,
      source: 'meeting',
      isHistory: false,
      who: fact.who ?? { personId: personId ?? undefined },
    })),
    { onRefused: 'report' },
  )
}

/** Settles what a process that was cut off left behind. */
export async function settleLeftBehind(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.query<{ meeting_id: string }>(
    `select meeting_id from meetings where owed <> '[]' and updated_at < $1 order by updated_at limit 200`,
    [new Date(ctx.now() - 30_000)],
  )
  for (const { meeting_id } of rows) {
    try {
      await settleMeeting(ctx, meeting_id)
    } catch (error) {
      ctx.log.error({ err: error, meeting: meeting_id }, 'facts of a meeting could not be recorded')
    }
  }
  return rows.length
}
