import type { PoolClient } from 'pg'
import type { Story } from '../facts/story.ts'
import { takeRoutingLock } from './routing-lock.ts'

/** A conclusion that a turn is given back: whose, for which lead, by which rejection. */
type Given = { personId: string; factId: string; pool: string; userId: string; routedAtMs: number }

function newlyGiven(story: Story): Given[] {
  return story.newDecisions.flatMap((decision) =>
    decision.what === 'turn.returned'
      ? [
          {
            personId: story.personId,
            factId: decision.fact,
            pool: decision.data.pool,
            userId: decision.data.to,
            routedAtMs: decision.data.routedAt,
          },
        ]
      : [],
  )
}

/** Of stories folded anew: turns that had been given back for a rejection that stands no more. */
async function noLongerGiven(
  tx: PoolClient,
  stories: readonly Story[],
): Promise<{ personId: string; factId: string }[]> {
  const people = stories.filter((story) => story.mustRefold).map((story) => story.personId)
  if (people.length === 0) return []
  const { rows } = await tx.query<{ personId: string; factId: string }>(
    `select h.person_id as "personId", h.given_back_by as "factId" from hand_offs h
     where h.person_id = any($1::uuid[]) and h.given_back_by is not null
       and not exists (select 1 from decisions d where d.person_id = h.person_id and d.fact_id = h.given_back_by
         and d.what = 'turn.returned' and d.revised_at is null)`,
    [people],
  )
  const standing = new Set(stories.flatMap(newlyGiven).map((given) => `${given.personId} ${given.factId}`))
  return rows.filter((row) => !standing.has(`${row.personId} ${row.factId}`))
}

/** Turns and limits of rejected leads are given back, each once, and taken again when the rejection is undone. */
export async function settleTurns(tx: PoolClient, stories: readonly Story[]): Promise<void> {
  const given = stories.flatMap(newlyGiven)
  const taken = await noLongerGiven(tx, stories)
  if (given.length === 0 && taken.length === 0) return
  await takeRoutingLock(tx)
  await tx.query(
    `with back as (
       update hand_offs h set given_back_by = k.fact_id
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[]) as k(person_id, fact_id, pool, user_id, at)
       where h.person_id = k.person_id and h.pool = k.pool and h.user_id = k.user_id and h.at = k.at and h.given_back_by is null
       returning h.pool, h.user_id)
     insert into turns (pool, user_id, turn, credits) select pool, user_id, 0, count(*)::int from back group by pool, user_id
     on conflict (pool, user_id) do update set credits = turns.credits + excluded.credits`,
    [
      given.map((each) => each.personId),
      given.map((each) => each.factId),
      given.map((each) => each.pool),
      given.map((each) => each.userId),
      given.map((each) => new Date(each.routedAtMs)),
    ],
  )
  await tx.query(
    `with again as (
       update hand_offs h set given_back_by = null from unnest($1::uuid[], $2::uuid[]) as k(person_id, fact_id)
       where h.person_id = k.person_id and h.given_back_by = k.fact_id returning h.pool, h.user_id)
     update turns t set credits = t.credits - a.n
     from (select pool, user_id, count(*)::int as n from again group by pool, user_id) a
     where t.pool = a.pool and t.user_id = a.user_id`,
    [taken.map((each) => each.personId), taken.map((each) => each.factId)],
  )
}
