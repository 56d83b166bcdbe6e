import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchCampaign } from './policy.ts'

/** Removes a campaign that cost nothing and is printed nowhere. Others are archived. */
export async function removeCampaign(ctx: Context, input: { campaignId: string }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ name: string; costs: boolean; codes: boolean }>(
      `select c.name, exists (select 1 from campaign_costs k where k.campaign_id = c.campaign_id) as costs,
              exists (select 1 from campaign_codes q where q.campaign_id = c.campaign_id) as codes
         from campaigns c where c.campaign_id = $1 for update`,
      [input.campaignId],
    )
    const [row] = rows
    if (row === undefined) throw noSuchCampaign()
    if (row.costs || row.codes)
      throw new Problem('refused', `"${row.name}" has ${row.costs ? 'costs' : 'printed codes'}.`, {
        mend: 'Archive it instead: what it cost and earned stays in the reports.',
      })
    await tx.query('delete from campaigns where campaign_id = $1', [input.campaignId])
  })
}
