import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { fold } from '@ensemble/engine/lifecycle/fold.ts'
import type { PoolClient } from 'pg'
import { factsOfPerson } from './load-stories.ts'
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

/**
 * Folds a story anew with its new facts in their right place. Conclusions that still hold stay; those that no longer
 * do are marked as revised, never removed; new ones are added.
 */
export async function refoldStory(
  tx: PoolClient,
  story: Story,
  agreementAt: (atMs: number) => CompiledAgreement,
  nowMs: number,
): Promise<void> {
  const stored = await factsOfPerson(tx, story.personId)
  const folded = fold(agreementAt, [...stored, ...story.newFacts.map((each) => each.fact)])
  const { rows } = await tx.query<Kept>(
    `select decision_id, fact_id, ordinal, what, clause, attempt, version, decided_at, data
     from decisions where person_id = $1 and revised_at is null order by fact_id, ordinal`,
    [story.personId],
  )
  const standing = new Map<string, string[]>()
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
    standing.set(key, [...(standing.get(key) ?? []), row.decision_id])
  }
  const added: Versioned[] = []
  const counts = new Map<string, number>()
  for (const decision of folded.decisions) {
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
  const gone = [...standing.values()].flat()
  if (gone.length > 0) {
    await tx.query('update decisions set revised_at = $3 where person_id = $1 and decision_id = any($2::uuid[])', [
      story.personId,
      gone,
      new Date(nowMs),
    ])
  }
  const attempts = folded.state.attempt?.number ?? 0
  await tx.query('delete from leads where person_id = $1 and attempt > $2', [story.personId, attempts])
  await tx.query('delete from deals where person_id = $1 and not (deal_id = any($2::text[]))', [
    story.personId,
    folded.state.deals.map((deal) => deal.id),
  ])
  story.state = folded.state
  story.wasRefolded = true
  story.ended = folded.ended
  story.newDecisions = added
}
