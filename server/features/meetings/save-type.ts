import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { listTypes as listing, meetingType } from './contract.ts'
import { hostsOf } from './hosts.ts'
import { type MeetingType, readMeetingTypes } from './meeting-type.ts'
import { isManager } from './policy.ts'

type Input = z.output<typeof meetingType>
export type TypeView = z.input<NonNullable<(typeof listing)['response']>>['types'][number]

function mayChangeType(caller: Caller, type: Pick<MeetingType, 'hostIds' | 'teamId' | 'createdBy'>): boolean {
  if (isManager(caller)) return true
  return caller.role === 'seller' && type.teamId === null && type.hostIds.length === 1 && type.hostIds[0] === caller.id
}

function misfit(where: string, what: string, mend: string): Problem {
  return new Problem('bad-request', `This meeting type ${what}.`, {
    mend,
    errors: [{ where: `body.${where}`, what, mend }],
  })
}

function check(caller: Caller, input: Input): void {
  if (input.teamId === null && input.hostIds.length === 0)
    throw misfit('hostIds', 'has nobody who holds it', 'Choose a team or at least one colleague.')
  if (input.placeKind === 'address' && input.place.trim() === '')
    throw misfit('place', 'does not say where it is', 'Write the address.')
  if (input.placeKind === 'video' && input.place.trim() !== '' && !/^https:\/\/\S+$/.test(input.place.trim()))
    throw misfit('place', 'has a link that is none', 'Paste a link that begins with https://, or leave it empty.')
  const labels = input.questions.map(({ label }) => label.toLowerCase())
  if (new Set(labels).size < labels.length) throw misfit('questions', 'asks the same twice', 'Ask each thing once.')
  if (!mayChangeType(caller, { ...input, createdBy: caller.id }))
    throw new Problem('not-allowed', 'You may offer meetings with yourself only.', {
      mend: 'Ask a manager for meetings of a team or of others.',
    })
}

/** Creates or changes what can be booked. Meetings that are booked keep the time they have. */
export async function saveType(ctx: Context, caller: Caller, input: Input): Promise<TypeView> {
  check(caller, input)
  const [before] = await readMeetingTypes(ctx.db, { slug: input.slug })
  if (before !== undefined && !mayChangeType(caller, before))
    throw new Problem('not-allowed', 'This meeting type is for managers to change.', {
      mend: 'Choose another address.',
    })
  const now = new Date(ctx.now())
  await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ type_id: string }>(
      `insert into meeting_types (type_id, slug, name, intro, minutes, buffer_before, buffer_after, step_minutes, horizon_days, notice_minutes,
                                  day_limit, place_kind, place, questions, assigns, team_id, is_published, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19)
       on conflict (slug) do update set
         name = excluded.name, intro = excluded.intro, minutes = excluded.minutes, buffer_before = excluded.buffer_before,
         buffer_after = excluded.buffer_after, step_minutes = excluded.step_minutes, horizon_days = excluded.horizon_days,
         notice_minutes = excluded.notice_minutes, day_limit = excluded.day_limit, place_kind = excluded.place_kind, place = excluded.place,
         questions = excluded.questions, assigns = excluded.assigns, team_id = excluded.team_id, is_published = excluded.is_published,
         updated_at = excluded.updated_at
       returning type_id`,
      [
        newId(ctx.now()),
        input.slug,
        input.name,
        input.intro,
        input.minutes,
        input.bufferBefore,
        input.bufferAfter,
        input.stepMinutes,
        input.horizonDays,
        input.noticeMinutes,
        input.dayLimit,
        input.placeKind,
        input.place.trim(),
        JSON.stringify(input.questions),
        input.assigns,
        input.teamId,
        input.isPublished,
        caller.id,
        now,
      ],
    )
    const typeId = rows[0]?.type_id
    await tx.query('delete from meeting_type_hosts where type_id = $1 and not (user_id = any($2::uuid[]))', [
      typeId,
      input.hostIds,
    ])
    await tx.query(
      `insert into meeting_type_hosts (type_id, user_id) select $1, u.id from users u where u.id = any($2::uuid[]) on conflict do nothing`,
      [typeId, input.hostIds],
    )
  })
  const saved = (await listTypes(ctx, caller)).find(({ slug }) => slug === input.slug)
  if (saved === undefined) throw new Error('a saved meeting type is not there')
  return saved
}

/** What can be booked, each with its hosts of today and how many meetings it brought. */
export async function listTypes(ctx: Context, caller: Caller): Promise<TypeView[]> {
  const types = await readMeetingTypes(ctx.db)
  const counts = await ctx.db.query<{ type_id: string; n: number }>(
    'select type_id, count(*)::int as n from meetings where type_id is not null group by type_id',
  )
  const booked = new Map(counts.rows.map((row) => [row.type_id, row.n]))
  const views: TypeView[] = []
  for (const type of types) {
    const hosts = await hostsOf(ctx.db, type)
    const { createdBy: _by, stepMinutes, ...rest } = type
    views.push({
      ...rest,
      stepMinutes: STEPS.find((step) => step === stepMinutes) ?? 30,
      address: `${ctx.publicUrl}/book/${type.slug}`,
      hosts: hosts.map(({ id, name }) => ({ id, name })),
      booked: booked.get(type.id) ?? 0,
      mayChange: mayChangeType(caller, type),
    })
  }
  return views
}

const STEPS = [5, 10, 15, 20, 30, 45, 60] as const

/** Its page answers no more; meetings that were booked stay. */
export async function removeType(ctx: Context, caller: Caller, slug: string): Promise<void> {
  const [type] = await readMeetingTypes(ctx.db, { slug })
  if (type === undefined)
    throw new Problem('not-found', 'There is no such meeting type.', { mend: 'Look at the list again.' })
  if (!mayChangeType(caller, type))
    throw new Problem('not-allowed', 'This meeting type is for managers to remove.', { mend: 'Ask a manager.' })
  await ctx.db.query('delete from meeting_types where type_id = $1', [type.id])
}
