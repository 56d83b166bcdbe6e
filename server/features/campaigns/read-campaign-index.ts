import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { Queryable } from '../../db/queryable.ts'

export type IndexedCampaign = {
  id: string
  key: string
  name: string
  tactic: string
  channel: string | null
  owner: string | null
  startsOn: string | null
  endsOn: string | null
  budgetCents: number | null
  currency: string
  isArchived: boolean
}

export type CampaignIndex = {
  /** Archived ones too, by name. */
  campaigns: readonly IndexedCampaign[]
  /** The campaign a touch means by this text (utm_campaign, the campaign of an import or of a code); null when none claims it. */
  find(text: string | null): IndexedCampaign | null
  byId(id: string): IndexedCampaign | null
}

type Row = Omit<IndexedCampaign, 'isArchived'> & { isArchived: boolean; plains: string[] }

/** Every campaign with the names that lead to it. Companies have hundreds of them, so the whole is read. */
export async function readCampaignIndex(db: Queryable): Promise<CampaignIndex> {
  const { rows } = await db.query<Row>(
    `select c.campaign_id as id, c.key, c.name, c.tactic, c.channel, c.owner, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
            c.budget_cents::float8 as "budgetCents", c.currency, c.archived_at is not null as "isArchived",
            coalesce((select array_agg(n.plain) from campaign_names n where n.campaign_id = c.campaign_id), '{}') as plains
       from campaigns c order by lower(c.name) collate "C", c.campaign_id`,
  )
  const campaigns: IndexedCampaign[] = []
  const byPlain = new Map<string, IndexedCampaign>()
  const byId = new Map<string, IndexedCampaign>()
  for (const { plains, ...campaign } of rows) {
    campaigns.push(campaign)
    byId.set(campaign.id, campaign)
    for (const plain of plains) byPlain.set(plain, campaign)
  }
  return {
    campaigns,
    find: (text) => (text === null ? null : (byPlain.get(plainName(text)) ?? null)),
    byId: (id) => byId.get(id) ?? null,
  }
}
