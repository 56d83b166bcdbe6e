import type { Context } from '../../context.ts'
import { noSuchCampaign } from './policy.ts'

/** Puts a campaign away or takes it out again. Doing it twice is doing it once. */
export async function archiveCampaign(ctx: Context, input: { campaignId: string; isArchived: boolean }): Promise<void> {
  const now = new Date(ctx.now())
  const { rowCount } = await ctx.db.query(
    `update campaigns set archived_at = case when $2 then coalesce(archived_at, $3) end, updated_at = $3 where campaign_id = $1`,
    [input.campaignId, input.isArchived, now],
  )
  if (rowCount === 0) throw noSuchCampaign()
}
