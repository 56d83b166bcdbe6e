import type { Queryable } from '../../db/queryable.ts'
import { readCampaignIndex } from './read-campaign-index.ts'

type Given = { kind: string; who: { personId?: string | undefined }; data: Record<string, unknown> }

/** Asks the owner of the campaign a word of feedback is about, where it has one; else that of the campaign the lead came from. */
export async function withFeedbackOwners<F extends Given>(db: Queryable, facts: readonly F[]): Promise<readonly F[]> {
  if (!facts.some((fact) => fact.kind === 'feedback.given' && fact.data.owner === undefined)) return facts
  const index = await readCampaignIndex(db)
  const { rows } = await db.query<{ id: string }>('select id from users where id = any($1::uuid[]) and is_active', [
    index.campaigns.flatMap(({ owner }) => (owner === null ? [] : [owner])),
  ])
  const isActive = new Set(rows.map((row) => row.id))
  const owners = facts.map(async (fact): Promise<F> => {
    if (fact.kind !== 'feedback.given' || fact.data.owner !== undefined) return fact
    const { on, about } = fact.data
    const name = on === 'campaign' && typeof about === 'string' ? about : await campaignOf(db, fact.who.personId)
    const owner = index.find(name)?.owner ?? null
    return owner === null || !isActive.has(owner) ? fact : { ...fact, data: { ...fact.data, owner } }
  })
  return Promise.all(owners)
}

async function campaignOf(db: Queryable, personId: string | undefined): Promise<string | null> {
  if (personId === undefined) return null
  const { rows } = await db.query<{ campaign: string | null }>(
    'select campaign from leads where person_id = $1 order by attempt desc limit 1',
    [personId],
  )
  return rows[0]?.campaign ?? null
}
