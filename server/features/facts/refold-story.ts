import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { type Folded, fold } from '@ensemble/engine/lifecycle/fold.ts'
import type { PoolClient } from 'pg'
import { factsOfPeople } from './load-stories.ts'
import type { Story, Versioned } from './story.ts'

type Kept = {
  decision_id: string
  fact_id: string
  ordinal: number
  what: string
  clause: string | null
  attempt: number
  version: number
  decided_at: Date
  data: unknown
}

/** Two conclusions are the same when they say the same of the same fact at the same place. Key order does not matter: jsonb has none. */
function sameness(
  fact: string,
  ordinal: number,
  what: string,
  clause: string | null,
  attempt: number,
  version: number,
  at: number,
  data: unknown,
): string {
  return JSON.stringify([fact, ordinal, what, clause, attempt, version, at, sorted(data)])
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)])
}

async function standingOf(tx: PoolClient, personIds: readonly string[]): Promise<Map<string, Map<string, string[]>>> {
  const { rows } = await tx.query<Kept & { person_id: string }>(
    `select person_id, decision_id, fact_id, ordinal, what, clause, attempt, version, decided_at, data
     from decisions where person_id = any($1::uuid[]) and revised_at is null order by person_id, fact_id, ordinal`,
    [personIds],
  )
  const standing = new Map<string, Map<string, string[]>>(personIds.map((id) => [id, new Map()]))
  for (const row of rows) {
    const key = sameness(
      row.fact_id,
      row.ordinal,
      row.what,
      row.clause,
      row.attempt,
      row.version,
      row.decided_at.getTime(),
      row.data,
    )
    const ofPerson = standing.get(row.person_id)
    ofPerson?.set(key, [...(ofPerson.get(key) ?? []), row.decision_id])
  }
  return standing
}

/** What is concluded now and did not stand before. What stands no more is left in `standing`. */
function addedTo(standing: Map<string, string[]>, decisions: Folded['decisions']): Versioned[] {
  const added: Versioned[] = []
  const counts = new Map<string, number>()
  for (const decision of decisions) {
    const ordinal = counts.get(decision.fact) ?? 0
    counts.set(decision.fact, ordinal + 1)
    const key = sameness(
      decision.fact,
      ordinal,
      decision.what,
      decision.clause,
      decision.attempt,
      decision.version,
      decision.at,
      decision.data,
    )
    if (standing.get(key)?.shift() === undefined) added.push({ ...decision, ordinal })
  }
  return added
}

/** Rows of attempts and deals that are in the stories no more. */
async function dropGone(tx: PoolClient, stories: readonly Story[]): Promise<void> {
  const ids = stories.map((story) => story.personId)
  await tx.query(
    `delete from leads l using unnest($1::uuid[], $2::int[]) as k(person_id, attempts)
     where l.person_id = k.person_id and l.attempt > k.attempts`,
    [ids, stories.map((story) => story.state.attempt?.number ?? 0)],
  )
  const deals = stories.flatMap(({ personId, state }) => state.deals.map((deal) => ({ personId, id: deal.id })))
  await tx.query(
    `delete from deals d where d.person_id = any($1::uuid[])
       and not exists (select 1 from unnest($2::uuid[], $3::text[]) as k(person_id, deal_id) where k.person_id = d.person_id and k.deal_id = d.deal_id)`,
    [ids, deals.map((deal) => deal.personId), deals.map((deal) => deal.id)],
  )
}

/**
 * Folds stories anew with their new facts in their right places. Conclusions that still hold stay; those that no longer
 * do are marked as revised, never removed; new ones are added.
 */
export async function refoldStories(
  tx: PoolClient,
  stories: readonly Story[],
  agreementAt: (atMs: number) => CompiledAgreement,
  nowMs: number,
): Promise<void> {
  if (stories.length === 0) return
  const ids = stories.map((story) => story.personId)
  const stored = await factsOfPeople(tx, ids)
  const standing = await standingOf(tx, ids)
  const gone: { personId: string; decisionId: string }[] = []
  for (const story of stories) {
    const { personId } = story
    const before = standing.get(personId) ?? new Map()
    const folded = fold(agreementAt, [...(stored.get(personId) ?? []), ...story.newFacts.map((each) => each.fact)])
    story.newDecisions = addedTo(before, folded.decisions)
    story.state = folded.state
    story.wasRefolded = true
    story.ended = folded.ended
    for (const decisionId of [...before.values()].flat()) gone.push({ personId, decisionId })
  }
  if (gone.length > 0)
    await tx.query(
      `update decisions d set revised_at = $3 from unnest($1::uuid[], $2::uuid[]) as k(person_id, decision_id)
       where d.person_id = k.person_id and d.decision_id = k.decision_id`,
      [gone.map((each) => each.personId), gone.map((each) => each.decisionId), new Date(nowMs)],
    )
  await dropGone(tx, stories)
}

/** The same for one. */
export async function refoldStory(
  tx: PoolClient,
  story: Story,
  agreementAt: (atMs: number) => CompiledAgreement,
  nowMs: number,
): Promise<void> {
  await refoldStories(tx, [story], agreementAt, nowMs)
}
