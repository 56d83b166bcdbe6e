import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { Caller } from '../../http/endpoint.ts'
import { readNamesOf } from '../campaigns/touch-names.ts'
import type { listFeedback as promise } from './contract.ts'
import { IS_LATE, IS_MINE } from './queries.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type View = z.input<NonNullable<(typeof promise)['response']>>
type Shown = View['feedback'][number]

type Row = Omit<Shown, 'lead' | 'givenAt' | 'givenBy' | 'owner' | 'dueAt' | 'answeredAt' | 'answer' | 'closedAt'> & {
  name: string
  company: string | null
  grade: string | null
  given_at: Date
  by_id: string | null
  by_name: string | null
  owner_id: string | null
  owner_name: string | null
  due_at: Date | null
  answered_at: Date | null
  closed_at: Date | null
  answer_text: string | null
  answer_by: string | null
  answer_name: string | null
  answer_at: Date | null
}

const OF: Readonly<Record<Query['of'], string>> = {
  all: 'true',
  mine: IS_MINE,
  open: `f.status = 'open'`,
  answered: `f.status = 'answered'`,
  late: IS_LATE,
  closed: `f.status = 'closed'`,
}

/** $1 and $2 the key before, $3 who asks, $4 now, $5 names of the campaign, $6 how many. One statement a filter: each follows its index. */
function statement(of: Query['of']): string {
  return `
  select f.feedback_id as id, f.person_id as "personId", f.verdict, g.data ->> 'on' as "on", g.data ->> 'about' as about, g.data ->> 'text' as text,
         f.campaign, f.status, ${IS_LATE} as "isLate", p.name, p.company, l.grade, f.given_at, f.given_by as by_id, b.name as by_name,
         f.owner as owner_id, o.name as owner_name, f.due_at, f.answered_at, f.closed_at,
         a.data ->> 'text' as answer_text, a.actor as answer_by, an.name as answer_name, a.occurred_at as answer_at
    from (
      select * from feedbacks f
       where ${OF[of]} and $3::uuid is not null and $4::timestamptz is not null
         and ($1::timestamptz is null or (f.given_at, f.feedback_id) < ($1, $2::uuid)) and ($5::text[] is null or f.campaign = any($5))
       order by f.given_at desc, f.feedback_id desc limit $6
    ) f
    join people p on p.person_id = f.person_id
    join facts g on g.person_id = f.person_id and g.fact_id = f.feedback_id
    left join facts a on a.person_id = f.person_id and a.fact_id = f.answer_id
    left join leads l on l.person_id = f.person_id and l.attempt = f.attempt
    left join users b on b.id = f.given_by left join users o on o.id = f.owner left join users an on an.id = a.actor
   order by f.given_at desc, f.feedback_id desc`
}

function person(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' }
}

function viewOf(row: Row): Shown {
  return {
    id: row.id,
    personId: row.personId,
    lead: { name: row.name, company: row.company, grade: row.grade },
    verdict: row.verdict,
    on: row.on,
    about: row.about,
    text: row.text,
    campaign: row.campaign,
    givenAt: row.given_at.toISOString(),
    givenBy: person(row.by_id, row.by_name),
    owner: person(row.owner_id, row.owner_name),
    status: row.status,
    dueAt: row.due_at?.toISOString() ?? null,
    isLate: row.isLate,
    answeredAt: row.answered_at?.toISOString() ?? null,
    answer:
      row.answer_text === null || row.answer_at === null
        ? null
        : { text: row.answer_text, by: person(row.answer_by, row.answer_name), at: row.answer_at.toISOString() },
    closedAt: row.closed_at?.toISOString() ?? null,
  }
}

async function namesAsked(ctx: Context, { campaign, campaignId }: Query): Promise<readonly string[] | null> {
  if (campaignId !== undefined) return readNamesOf(ctx.db, campaignId)
  return campaign === undefined ? null : [campaign]
}

/** A page of feedback with its answers. */
export async function listFeedback(ctx: Context, caller: Caller, query: Query): Promise<View> {
  const after = unpackCursor(query.after, 2)
  const now = new Date(ctx.now())
  const { rows } = await ctx.db.query<Row>(statement(query.of), [
    after === null ? null : new Date(Number(after[0])),
    after?.[1] ?? null,
    caller.id,
    now,
    await namesAsked(ctx, query),
    query.limit + 1,
  ])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    now: now.toISOString(),
    feedback: page.map(viewOf),
    next: rows.length > query.limit && last !== undefined ? packCursor([last.given_at.getTime(), last.id]) : null,
  }
}
