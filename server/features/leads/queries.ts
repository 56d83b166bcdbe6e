import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Queryable } from '../../db/queryable.ts'

export type PersonRow = {
  person_id: string
  account_id: string | null
  name: string
  is_anonymous: boolean
  first_seen_at: Date
  last_seen_at: Date
  state: PersonState
}

export async function findPerson(db: Queryable, personId: string): Promise<PersonRow | null> {
  const { rows } = await db.query<PersonRow>(
    'select person_id, account_id, name, is_anonymous, first_seen_at, last_seen_at, state from people where person_id = $1',
    [personId],
  )
  return rows[0] ?? null
}

export async function identitiesOf(db: Queryable, personId: string): Promise<{ kind: string; value: string }[]> {
  const { rows } = await db.query<{ kind: string; value: string }>(
    'select kind, value from identities where person_id = $1 order by kind, value limit 200',
    [personId],
  )
  return rows
}

export async function attemptNumbersOf(db: Queryable, personId: string): Promise<number[]> {
  const { rows } = await db.query<{ attempt: number }>(
    'select attempt from leads where person_id = $1 order by attempt desc',
    [personId],
  )
  return rows.map((row) => row.attempt)
}

/** Names of colleagues by id. */
export async function namesOf(db: Queryable, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  if (wanted.length === 0) return new Map()
  const { rows } = await db.query<{ id: string; name: string }>(
    'select id, name from users where id = any($1::uuid[])',
    [wanted],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

export type ScoredRow = {
  fact_id: string
  version: number
  decided_at: Date
  kind: string
  data: { axis: string; score?: string; lines: { clause: string; points: number; limitedBy?: string }[] }
}

/** The standing engagement entries of a person, newest first. */
export async function scoredOf(db: Queryable, personId: string): Promise<ScoredRow[]> {
  const { rows } = await db.query<ScoredRow>(
    `select d.fact_id, d.version, d.decided_at, f.kind, d.data
     from decisions d join facts f on f.person_id = d.person_id and f.fact_id = d.fact_id
     where d.person_id = $1 and d.what = 'scored' and d.revised_at is null and d.data->>'axis' = 'engagement'
     order by d.decided_at desc, d.ordinal desc limit 2000`,
    [personId],
  )
  return rows
}

export type StoryRow = {
  person_id: string
  fact_id: string
  kind: string
  occurred_at: Date
  recorded_at: Date
  source: string
  actor: string | null
  is_history: boolean
  is_retracted: boolean
  channel: string | null
  origin: string | null
  campaign: string | null
  landing_page: string | null
  identity: string | null
  data: Record<string, unknown>
}

/** A place in a story. */
export type StoryPlace = { at: Date; factId: string }
export type StoryWish = {
  personIds: readonly string[]
  kinds: readonly string[] | null
  actor: string | null
  /** As a pattern of `ilike`. */
  text: string | null
  from: (StoryPlace & { isInclusive: boolean }) | null
  limit: number
}

/** One page of the stories of some people as one, newest first. */
export async function storyPage(db: Queryable, wish: StoryWish): Promise<StoryRow[]> {
  const { rows } = await db.query<StoryRow>(
    `with retracted as materialized (
       select data->>'fact' as fact from facts where person_id = any($1::uuid[]) and kind = 'fact.retracted')
     select f.person_id, f.fact_id, f.kind, f.occurred_at, f.recorded_at, f.source, f.actor, f.is_history, f.channel, f.origin, f.campaign, f.landing_page,
            f.identity, f.data, f.fact_id::text in (select fact from retracted) as is_retracted
     from unnest($1::uuid[]) as p(person_id)
     cross join lateral (
       select * from facts
       where facts.person_id = p.person_id and ($2::text[] is null or kind = any($2))
         and ($3::uuid is null or actor = $3)
         and ($4::text is null or data::text ilike $4 or campaign ilike $4)
         and ($5::timestamptz is null or (occurred_at, fact_id) < ($5, $6::uuid) or ($7::boolean and (occurred_at, fact_id) = ($5, $6::uuid)))
       order by occurred_at desc, fact_id desc limit $8
     ) f
     order by f.occurred_at desc, f.fact_id desc limit $8`,
    [
      wish.personIds,
      wish.kinds,
      wish.actor,
      wish.text,
      wish.from?.at ?? null,
      wish.from?.factId ?? null,
      wish.from?.isInclusive ?? false,
      wish.limit,
    ],
  )
  return rows
}

/** The place a few facts above one of them, so that it is read in its surroundings; null when it is not in these stories. */
export async function placeAbove(
  db: Queryable,
  personIds: readonly string[],
  factId: string,
  above: number,
): Promise<StoryPlace | null> {
  const { rows } = await db.query<{ occurred_at: Date; fact_id: string }>(
    `select f.occurred_at, f.fact_id
       from facts w join facts f on f.person_id = any($1::uuid[]) and (f.occurred_at, f.fact_id) >= (w.occurred_at, w.fact_id)
      where w.person_id = any($1::uuid[]) and w.fact_id = $2
      order by f.occurred_at, f.fact_id limit $3`,
    [personIds, factId, above + 1],
  )
  const place = rows.at(-1)
  return place === undefined ? null : { at: place.occurred_at, factId: place.fact_id }
}

export type DecisionRow = {
  decision_id: string
  fact_id: string
  what: string
  clause: string | null
  version: number
  attempt: number
  decided_at: Date
  revised_at: Date | null
  data: Record<string, unknown>
}

export async function decisionsOf(
  db: Queryable,
  personIds: readonly string[],
  factIds: readonly string[],
): Promise<DecisionRow[]> {
  const { rows } = await db.query<DecisionRow>(
    `select decision_id, fact_id, what, clause, version, attempt, decided_at, revised_at, data
     from decisions where person_id = any($1::uuid[]) and fact_id = any($2::uuid[]) order by recorded_at, ordinal`,
    [personIds, factIds],
  )
  return rows
}
