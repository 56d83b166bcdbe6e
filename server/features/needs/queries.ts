import type { Fact } from '@ensemble/engine/facts/fact.ts'
import type { LostFor, PageSeen, WordsSaid } from '@ensemble/engine/needs/suggest-needs.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { kept } from '../../kept.ts'
import { factOf } from '../facts/load-stories.ts'
import type { needTopic } from './contract.ts'

export type Topic = z.output<typeof needTopic>
type FactRow = Parameters<typeof factOf>[0] & { person_id: string }

const NOT_RETRACTED = `not exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)`

/** What was said of the needs of these people, by person. What was taken back is left out. */
export async function needFactsOf(db: Queryable, personIds: readonly string[]): Promise<Map<string, Fact[]>> {
  const { rows } = await db.query<FactRow>(
    `select person_id, fact_id, kind, occurred_at, recorded_at, message_id, source, actor, is_history, channel, origin, campaign, landing_page, data
       from facts f where person_id = any($1::uuid[]) and kind in ('need.stated', 'need.judged') and ${NOT_RETRACTED}`,
    [personIds],
  )
  const byPerson = new Map<string, Fact[]>()
  for (const row of rows) byPerson.set(row.person_id, [...(byPerson.get(row.person_id) ?? []), factOf(row)])
  return byPerson
}

/** Everything said of needs in a time, the latest first, with where the person belongs. */
export async function needFactsBetween(
  db: Queryable,
  wish: { from: Date; to: Date; limit: number },
): Promise<{ personId: string; segment: string | null; campaign: string | null; fact: Fact }[]> {
  const { rows } = await db.query<FactRow & { segment: string | null; first_campaign: string | null }>(
    `select f.person_id, f.fact_id, f.kind, f.occurred_at, f.recorded_at, f.message_id, f.source, f.actor, f.is_history, f.channel, f.origin,
            f.campaign, f.landing_page, f.data, p.state->'account'->>'segment' as segment, p.state->'firstTouch'->>'campaign' as first_campaign
       from facts f join people p using (person_id)
      where f.kind in ('need.stated', 'need.judged') and f.occurred_at >= $1 and f.occurred_at < $2 and ${NOT_RETRACTED}
      order by f.occurred_at desc, f.person_id limit $3`,
    [wish.from, wish.to, wish.limit],
  )
  return rows.map((row) => ({
    personId: row.person_id,
    segment: row.segment,
    campaign: row.first_campaign,
    fact: factOf(row),
  }))
}

const MOST_VIEWS = 2_000
const MOST_WORDS = 300

export async function pagesOf(db: Queryable, personId: string): Promise<PageSeen[]> {
  const { rows } = await db.query<PageSeen>(
    `select data->>'path' as path, fact_id as fact from facts f
      where person_id = $1 and kind = 'page.viewed' and ${NOT_RETRACTED} order by occurred_at desc limit $2`,
    [personId, MOST_VIEWS],
  )
  return rows
}

/** What somebody wrote or said, as far as it was written down, the latest first. */
export async function wordsOf(db: Queryable, personId: string): Promise<WordsSaid[]> {
  const { rows } = await db.query<{ text: string | null; fact: string }>(
    `select fact_id as fact, concat_ws(' · ', data->>'text', data->>'words', data->>'note', data->>'quote',
              (select string_agg(value #>> '{}', ' · ') from jsonb_each(case when jsonb_typeof(data->'fields') = 'object' then data->'fields' else '{}' end)
                where jsonb_typeof(value) = 'string')) as text
       from facts f
      where person_id = $1 and kind in ('form.submitted', 'email.replied', 'call.made', 'call.answered', 'call.received', 'meeting.held', 'note.written')
        and ${NOT_RETRACTED}
      order by occurred_at desc limit $2`,
    [personId, MOST_WORDS],
  )
  return rows.flatMap(({ text, fact }) => (text === null || text === '' ? [] : [{ text, fact }]))
}

const LOST_DEALS = 2_000

type Lost = { person: string; reason: string }

/** The latest lost deals of companies of a segment, or of all where there is none. */
async function findLost(db: Queryable, segment: string | null): Promise<Lost[]> {
  const { rows } = await db.query<Lost>(
    `select d.person_id as person, d.reason from deals d join people p using (person_id) left join accounts a using (account_id)
      where d.status = 'lost' and d.reason is not null
        and ($1::text is null or coalesce(a.segment, p.state->'account'->>'segment') = $1)
      order by d.closed_at desc limit $2`,
    [segment, LOST_DEALS + 1],
  )
  return rows
}

/** For which reasons deals of companies of the same segment were lost: of the latest 2,000 of others. */
export async function lostLike(ctx: Pick<Context, 'db' | 'keepMs'>, personId: string): Promise<LostFor[]> {
  const { rows } = await ctx.db.query<{ segment: string | null }>(
    `select coalesce(a.segment, p.state->'account'->>'segment') as segment from people p left join accounts a using (account_id)
      where p.person_id = $1`,
    [personId],
  )
  const segment = rows[0]?.segment ?? null
  const all = await kept(ctx, `lost deals ${segment ?? ''}`, () => findLost(ctx.db, segment))
  const lost = all.filter(({ person }) => person !== personId).slice(0, LOST_DEALS)
  const counts = new Map<string, number>()
  for (const { reason } of lost) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([reason, n]) => ({ reason, n, of: lost.length }))
    .sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1))
}

/** Where something may have been said lately: calls, meetings, forms and answers. */
export async function saidLately(
  db: Queryable,
  personId: string,
): Promise<{ fact: string; kind: string; at: Date; words: string | null }[]> {
  const { rows } = await db.query<{ fact: string; kind: string; at: Date; words: string | null }>(
    `select fact_id as fact, kind, occurred_at as at, left(coalesce(data->>'words', data->>'text', data->>'note'), 200) as words
       from facts f
      where person_id = $1 and (kind in ('call.answered', 'call.received', 'meeting.held', 'form.submitted', 'email.replied', 'letter.answered', 'event.attended')
              or (kind = 'call.made' and data->>'outcome' = 'connected'))
        and ${NOT_RETRACTED}
      order by occurred_at desc limit 12`,
    [personId],
  )
  return rows
}

export async function kindsOfFacts(
  db: Queryable,
  factIds: readonly string[],
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (factIds.length === 0) return new Map()
  const { rows } = await db.query<{ fact_id: string; kind: string }>(
    'select fact_id, kind from facts where person_id = any($1::uuid[]) and fact_id = any($2::uuid[])',
    [personIds, factIds],
  )
  return new Map(rows.map((row) => [row.fact_id, row.kind]))
}

export type Colleague = { id: string; name: string; side: 'marketing' | 'sales' | null }

export async function colleaguesOf(db: Queryable, ids: readonly (string | null)[]): Promise<Map<string, Colleague>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  if (wanted.length === 0) return new Map()
  const { rows } = await db.query<Colleague>(
    'select u.id, u.name, t.side from users u left join teams t using (team_id) where u.id = any($1::uuid[])',
    [wanted],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

type TopicRow = Omit<Topic, 'lostReasons' | 'isActive'> & { lost_reasons: string[]; is_active: boolean }

export async function readTopics(db: Queryable): Promise<Topic[]> {
  const { rows } = await db.query<TopicRow>(
    'select topic, names, pages, phrases, lost_reasons, is_active from need_topics order by topic',
  )
  return rows.map(({ lost_reasons, is_active, ...topic }) => ({
    ...topic,
    lostReasons: lost_reasons,
    isActive: is_active,
  }))
}

/** The name of a topic in a language, or in any. */
export function nameOfTopic(topic: Topic, language: 'en' | 'fr'): string {
  return topic.names[language] ?? topic.names.en ?? topic.names.fr ?? topic.topic
}
