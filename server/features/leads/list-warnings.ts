import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { reading } from '../../db/reading.ts'
import { prepared } from '../../db/together.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { warningsOf } from '../privacy/consents.ts'
import type { listWarnings as promise, storyWarning } from './contract.ts'
import { isPerson } from './queries.ts'

type Warning = z.input<typeof storyWarning>
type View = z.input<NonNullable<(typeof promise)['response']>>

/** A merge is news for this long, a bounce and a competitor somewhat longer. */
const MERGE_DAYS = 30
const LATELY_DAYS = 365
const MOST = 5

function warning(what: Warning['what'], about: string, more: Partial<Warning> = {}): Warning {
  return { what, about, detail: null, at: null, factId: null, person: null, ...more }
}

async function erased(db: Queryable, personId: string): Promise<Warning[]> {
  const { rows } = await db.query<{ erased_at: Date | null }>({
    ...prepared(db, 'erased'),
    text: 'select erased_at from erasures where person_id = $1',
    values: [personId],
  })
  return rows.map((row) => warning('erased', '', { at: row.erased_at?.toISOString() ?? null }))
}

async function merged(db: Queryable, personId: string, nowMs: number): Promise<Warning[]> {
  const { rows } = await db.query<{ name: string | null; merged_at: Date; fact_id: string }>({
    ...prepared(db, 'merged lately'),
    text: `select person->>'name' as name, merged_at, fact_id from merges
      where into_person = $1 and undone_at is null and merged_at >= $2 order by merged_at desc limit $3`,
    values: [personId, new Date(nowMs - MERGE_DAYS * dayMs), MOST],
  })
  return rows.map((row) => warning('merged', row.name ?? '', { at: row.merged_at.toISOString(), factId: row.fact_id }))
}

async function openFeedback(db: Queryable, personId: string): Promise<Warning[]> {
  const { rows } = await db.query<{ feedback_id: string; given_at: Date; about: string | null; name: string | null }>({
    ...prepared(db, 'open feedback'),
    text: `select b.feedback_id, b.given_at, coalesce(f.data->>'about', b.campaign) as about, u.name
       from feedbacks b left join facts f on f.person_id = b.person_id and f.fact_id = b.feedback_id
       left join users u on u.id = b.given_by
      where b.person_id = $1 and b.status <> 'closed' order by b.given_at desc limit $2`,
    values: [personId, MOST],
  })
  return rows.map((row) =>
    warning('feedback', row.about ?? '', {
      detail: row.name,
      at: row.given_at.toISOString(),
      factId: row.feedback_id,
    }),
  )
}

type ColleagueRow = { person_id: string; person: string; deal: string | null; owner: string | null; opened_at: Date }

/** Open deals at the same company that somebody else of us has. */
async function colleagues(db: Queryable, personId: string, callerId: string): Promise<Warning[]> {
  const { rows } = await db.query<ColleagueRow>({
    ...prepared(db, 'deals of colleagues'),
    text: `select o.person_id, o.name as person, d.name as deal, u.name as owner, d.opened_at
       from people p join people o on o.account_id = p.account_id and o.person_id <> p.person_id
       join deals d on d.person_id = o.person_id and d.status = 'open'
       left join users u on u.id = d.closer
      where p.person_id = $1 and d.closer is distinct from $3 order by d.opened_at desc limit $2`,
    values: [personId, MOST, callerId],
  })
  return rows.map((row) =>
    warning('colleague', row.owner ?? '', {
      detail: row.deal,
      at: row.opened_at.toISOString(),
      person: { id: row.person_id, name: row.person },
    }),
  )
}

type NamedRow = { person_id: string; person: string; fact_id: string; occurred_at: Date; about: string | null }

/** Facts of somebody and their colleagues that name a competitor, the latest of each. */
async function competitors(db: Queryable, personId: string, nowMs: number): Promise<Warning[]> {
  const { rows } = await db.query<NamedRow>({
    ...prepared(db, 'competitors'),
    text: `select distinct on (lower(c.about)) f.person_id, o.name as person, f.fact_id, f.occurred_at, c.about
       from (select person_id, name from people where person_id = $1
             union all
             select o.person_id, o.name from people p join people o on o.account_id = p.account_id and o.person_id <> p.person_id
              where p.person_id = $1) o
       join facts f on f.person_id = o.person_id and f.occurred_at >= $2
        and f.kind in ('lead.disqualified', 'deal.opened', 'deal.changed', 'deal.moved', 'deal.won', 'deal.lost', 'deal.undecided', 'deal.explained')
       cross join lateral (
         select f.data->>'competitor' as about
         union select jsonb_array_elements_text(case when jsonb_typeof(f.data->'competitors') = 'array' then f.data->'competitors' else '[]' end)
       ) c
      where coalesce(c.about, '') <> ''
        and not exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)
      order by lower(c.about), f.occurred_at desc limit $3`,
    values: [personId, new Date(nowMs - LATELY_DAYS * dayMs), MOST],
  })
  return rows.map((row) =>
    warning('competitor', row.about ?? '', {
      at: row.occurred_at.toISOString(),
      factId: row.fact_id,
      person: row.person_id === personId ? null : { id: row.person_id, name: row.person },
    }),
  )
}

/** The last mail came back, and nothing of theirs has come since. */
async function bounced(db: Queryable, personId: string, nowMs: number): Promise<Warning[]> {
  const { rows } = await db.query<{ fact_id: string; occurred_at: Date; about: string | null }>({
    ...prepared(db, 'bounced'),
    text: `select fact_id, occurred_at, coalesce(data->>'address', data->>'email', data->>'reason') as about from facts b
      where person_id = $1 and kind = 'email.bounced' and data->>'how' is distinct from 'soft' and occurred_at >= $2
        and not exists (select 1 from facts a where a.person_id = b.person_id and a.kind in ('email.replied', 'email.clicked') and a.occurred_at > b.occurred_at)
      order by occurred_at desc limit 1`,
    values: [personId, new Date(nowMs - LATELY_DAYS * dayMs)],
  })
  return rows.map((row) =>
    warning('bounced', row.about ?? '', { at: row.occurred_at.toISOString(), factId: row.fact_id }),
  )
}

/** What one must know before reaching out to somebody, the gravest first. */
export async function listWarnings(ctx: Context, caller: Caller, personId: string): Promise<View> {
  const nowMs = ctx.now()
  const withdrawn = async (db: Queryable) =>
    (await warningsOf(db, [personId])).map((one) =>
      warning('withdrawn', one.covers, { detail: one.name, at: one.since }),
    )
  const [isSomebody, ...found] = await reading(ctx, (db) =>
    Promise.all([
      isPerson(db, personId),
      erased(db, personId),
      withdrawn(db),
      bounced(db, personId, nowMs),
      colleagues(db, personId, caller.id),
      competitors(db, personId, nowMs),
      openFeedback(db, personId),
      merged(db, personId, nowMs),
    ]),
  )
  if (isSomebody) return { warnings: found.flat() }
  throw new Problem('not-found', 'There is no such person.', {
    mend: 'They may have been merged with somebody; search for them.',
  })
}
