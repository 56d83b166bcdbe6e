import type { Queryable } from '../../db/queryable.ts'
import { type CampaignIndex, readCampaignIndex } from './read-campaign-index.ts'

/** Each name once, by hops through the index: as many probes as there are names, however many touches there are. */
const NAMES = (table: 'facts' | 'leads' | 'feedbacks') => `
  with recursive hops(name) as (
    (select campaign from ${table} where campaign is not null order by campaign limit 1)
    union all
    select (select campaign from ${table} where campaign > h.name order by campaign limit 1) from hops h where h.name is not null
  )
  select name from hops where name is not null`
const STATEMENTS = [NAMES('facts'), NAMES('leads'), NAMES('feedbacks')] as const

/** Every text that touches, leads and feedback have for their campaign, as it was written. */
export async function readTouchNames(db: Queryable): Promise<string[]> {
  const names = new Set<string>()
  for (const statement of STATEMENTS)
    for (const row of (await db.query<{ name: string }>(statement)).rows) names.add(row.name)
  return [...names].sort()
}

export type NamesOfCampaigns = {
  index: CampaignIndex
  /** The texts that lead to each campaign, by its id, as touches have them. */
  byCampaign: ReadonlyMap<string, readonly string[]>
  unclaimed: readonly string[]
}

/** Which of the texts in touches lead to which campaign, and which to none. */
export async function readNamesOfCampaigns(db: Queryable): Promise<NamesOfCampaigns> {
  const index = await readCampaignIndex(db)
  const byCampaign = new Map<string, string[]>()
  const unclaimed: string[] = []
  for (const name of await readTouchNames(db)) {
    const campaign = index.find(name)
    if (campaign === null) unclaimed.push(name)
    else byCampaign.set(campaign.id, [...(byCampaign.get(campaign.id) ?? []), name])
  }
  return { index, byCampaign, unclaimed }
}

/** The texts that lead to one campaign. */
export async function readNamesOf(db: Queryable, campaignId: string): Promise<readonly string[]> {
  return (await readNamesOfCampaigns(db)).byCampaign.get(campaignId) ?? []
}
