import { checkedFact } from '@ensemble/engine/facts/checked-fact.ts'
import type { Fact } from '@ensemble/engine/facts/fact.ts'
import { isFactKind } from '@ensemble/engine/facts/kinds.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { PoolClient } from 'pg'
import { prepared } from '../../db/together.ts'
import { KeyRace } from './resolve-people.ts'
import type { Story } from './story.ts'

type PersonRow = {
  person_id: string
  account_id: string | null
  is_anonymous: boolean
  first_seen_at: Date
  last_seen_at: Date
  import_id: string | null
  facts: number
  state: PersonState
}

/** Locks people, in the order of their ids so that two transactions never wait in a circle, and reads their stories. */
export async function lockStories(tx: PoolClient, personIds: readonly string[]): Promise<Map<string, Story>> {
  const stories = new Map<string, Story>()
  if (personIds.length === 0) return stories
  const { rows } = await tx.query<PersonRow>({
    ...prepared(tx, 'lock people'),
    text: `select person_id, account_id, is_anonymous, first_seen_at, last_seen_at, import_id, facts, state
     from people where person_id = any($1::uuid[]) order by person_id for update`,
    values: [personIds],
  })
  // Somebody who was there a moment ago was absorbed by another transaction: look the keys up again.
  if (rows.length !== personIds.length) throw new KeyRace('a person was merged meanwhile')
  for (const row of rows) {
    stories.set(row.person_id, {
      personId: row.person_id,
      isBorn: false,
      isAnonymous: row.is_anonymous,
      wasAnonymous: row.is_anonymous,
      accountId: row.account_id,
      firstSeenAt: row.first_seen_at.getTime(),
      lastSeenAt: row.last_seen_at.getTime(),
      importId: row.import_id,
      state: row.state,
      ownerBefore: row.state.attempt?.owner ?? null,
      factsBefore: row.facts,
      newFacts: [],
      newDecisions: [],
      ended: [],
      mustRefold: false,
    })
  }
  return stories
}

type FactRow = {
  fact_id: string
  kind: string
  occurred_at: Date
  recorded_at: Date
  message_id: string
  source: string
  actor: string | null
  is_history: boolean
  channel: string | null
  origin: string | null
  campaign: string | null
  landing_page: string | null
  data: unknown
}

/** A stored row as the fact it was. Rows were checked when they were recorded. */
export function factOf(row: FactRow): Fact {
  if (!isFactKind(row.kind)) throw new Error(`unknown kind of fact in the database: ${row.kind}`)
  const hasTouch = row.channel !== null || row.origin !== null || row.campaign !== null || row.landing_page !== null
  return checkedFact({
    id: row.fact_id,
    kind: row.kind,
    at: row.occurred_at.getTime(),
    recordedAt: row.recorded_at.getTime(),
    source: row.source,
    messageId: row.message_id,
    actor: row.actor,
    isHistory: row.is_history,
    touch: hasTouch
      ? { channel: row.channel, origin: row.origin, campaign: row.campaign, landingPage: row.landing_page }
      : null,
    data: row.data,
  })
}

/** All facts of these people, in no particular order. */
export async function factsOfPeople(tx: PoolClient, personIds: readonly string[]): Promise<Map<string, Fact[]>> {
  const { rows } = await tx.query<FactRow & { person_id: string }>(
    `select person_id, fact_id, kind, occurred_at, recorded_at, message_id, source, actor, is_history, channel, origin, campaign, landing_page, data
     from facts where person_id = any($1::uuid[])`,
    [personIds],
  )
  const facts = new Map<string, Fact[]>(personIds.map((id) => [id, []]))
  for (const row of rows) facts.get(row.person_id)?.push(factOf(row))
  return facts
}

/** All facts of one person, in no particular order. */
export async function factsOfPerson(tx: PoolClient, personId: string): Promise<Fact[]> {
  return (await factsOfPeople(tx, [personId])).get(personId) ?? []
}
