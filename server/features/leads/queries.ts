import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Queryable } from '../../db/queryable.ts'
import { prepared } from '../../db/together.ts'

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
  const { rows } = await db.query<PersonRow>({
    ...prepared(db, 'person'),
    text: 'select person_id, account_id, name, is_anonymous, first_seen_at, last_seen_at, state from people where person_id = $1',
    values: [personId],
  })
  return rows[0] ?? null
}

export async function isPerson(db: Queryable, personId: string): Promise<boolean> {
  const { rowCount } = await db.query({
    ...prepared(db, 'is a person'),
    text: 'select 1 from people where person_id = $1',
    values: [personId],
  })
  return rowCount !== 0
}

export async function identitiesOf(db: Queryable, personId: string): Promise<{ kind: string; value: string }[]> {
  const { rows } = await db.query<{ kind: string; value: string }>({
    ...prepared(db, 'identities'),
    text: 'select kind, value from identities where person_id = $1 order by kind, value limit 200',
    values: [personId],
  })
  return rows
}

/** Names of colleagues by id. */
export async function namesOf(db: Queryable, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  if (wanted.length === 0) return new Map()
  const { rows } = await db.query<{ id: string; name: string }>({
    ...prepared(db, 'names'),
    text: 'select id, name from users where id = any($1::uuid[])',
    values: [wanted],
  })
  return new Map(rows.map((row) => [row.id, row.name]))
}

export type ScoredRow = {
  fact_id: string
  version: number
  decided_at: Date
  kind: string
  data: { axis: string; score?: string; lines: { clause: string; points: number; limitedBy?: string }[] }
}

/** A long story has gathered more than anybody reads; what lies further back is told as a sum. */
const MOST_SCORED = 200

/** The standing engagement entries of a person, newest first, and whether these are all. Of a long story what was recorded last. */
export async function scoredOf(db: Queryable, personId: string): Promise<{ rows: ScoredRow[]; isWhole: boolean }> {
  const { rows } = await db.query<ScoredRow>({
    ...prepared(db, 'scored'),
    text: `select d.fact_id, d.version, d.decided_at, f.kind, d.data
       from (select fact_id, version, decided_at, ordinal, data from decisions
              where person_id = $1 and what = 'scored' and revised_at is null and data->>'axis' = 'engagement'
              order by fact_id desc limit $2) d
       join facts f on f.person_id = $1 and f.fact_id = d.fact_id
      order by d.decided_at desc, d.ordinal desc`,
    values: [personId, MOST_SCORED + 1],
  })
  return { rows: rows.slice(0, MOST_SCORED), isWhole: rows.length <= MOST_SCORED }
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

/** Keys first, so that of many people no more facts are read than are shown. */
const STORY_PAGE = `with retracted as materialized (
       select data->>'fact' as fact from facts where person_id = any($1::uuid[]) and kind = 'fact.retracted'),
     page as (
       select p.person_id, k.fact_id, k.occurred_at
         from unnest($1::uuid[]) as p(person_id)
         cross join lateral (
           select occurred_at, fact_id from facts
            where facts.person_id = p.person_id and (occurred_at, fact_id) <= ($5::timestamptz, $6::uuid) and ($7::uuid is null or fact_id <> $7)
              and ($2::text[] is null or kind = any($2)) and ($3::uuid is null or actor = $3)
              and ($4::text is null or data::text ilike $4 or campaign ilike $4)
            order by occurred_at desc, fact_id desc limit $8) k
        order by k.occurred_at desc, k.fact_id desc limit $8)
     select f.person_id, f.fact_id, f.kind, f.occurred_at, f.recorded_at, f.source, f.actor, f.is_history, f.channel, f.origin, f.campaign, f.landing_page,
            f.identity, f.data, f.fact_id::text in (select fact from retracted) as is_retracted
       from page join facts f on f.person_id = page.person_id and f.fact_id = page.fact_id
      order by page.occurred_at desc, page.fact_id desc`
/** The same where nothing is left out: only keys are looked at to find it. */
const WHOLE_STORY_PAGE = `with retracted as materialized (
       select data->>'fact' as fact from facts where person_id = any($1::uuid[]) and kind = 'fact.retracted'),
     page as (
       select p.person_id, k.fact_id, k.occurred_at
         from unnest($1::uuid[]) as p(person_id)
         cross join lateral (
           select occurred_at, fact_id from facts
            where facts.person_id = p.person_id and (occurred_at, fact_id) <= ($2::timestamptz, $3::uuid) and ($4::uuid is null or fact_id <> $4)
            order by occurred_at desc, fact_id desc limit $5) k
        order by k.occurred_at desc, k.fact_id desc limit $5)
     select f.person_id, f.fact_id, f.kind, f.occurred_at, f.recorded_at, f.source, f.actor, f.is_history, f.channel, f.origin, f.campaign, f.landing_page,
            f.identity, f.data, f.fact_id::text in (select fact from retracted) as is_retracted
       from page join facts f on f.person_id = page.person_id and f.fact_id = page.fact_id
      order by page.occurred_at desc, page.fact_id desc`

/** Past every id of one moment. */
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** One page of the stories of some people as one, newest first. */
export async function storyPage(db: Queryable, wish: StoryWish): Promise<StoryRow[]> {
  const { personIds, kinds, actor, text, from, limit } = wish
  const place = [
    from?.at ?? 'infinity',
    from?.factId ?? LAST_ID,
    from === null || from.isInclusive ? null : from.factId,
    limit,
  ]
  const isWhole = kinds === null && actor === null && text === null
  const { rows } = await db.query<StoryRow>(
    isWhole
      ? { ...prepared(db, 'whole story'), text: WHOLE_STORY_PAGE, values: [personIds, ...place] }
      : { ...prepared(db, 'story'), text: STORY_PAGE, values: [personIds, kinds, actor, text, ...place] },
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

/** What followed from these facts, each named with its person. */
export async function decisionsOf(
  db: Queryable,
  facts: readonly { person_id: string; fact_id: string }[],
): Promise<DecisionRow[]> {
  if (facts.length === 0) return []
  const { rows } = await db.query<DecisionRow>({
    ...prepared(db, 'decisions'),
    text: `select decision_id, fact_id, what, clause, version, attempt, decided_at, revised_at, data
       from unnest($1::uuid[], $2::uuid[]) as asked(person_id, fact_id) join decisions using (person_id, fact_id)
      order by recorded_at, ordinal`,
    values: [facts.map((one) => one.person_id), facts.map((one) => one.fact_id)],
  })
  return rows
}
