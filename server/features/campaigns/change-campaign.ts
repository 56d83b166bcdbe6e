import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { type CampaignBody, checkCampaign } from './create-campaign.ts'
import { noSuchCampaign } from './policy.ts'
import { saveNames } from './save-names.ts'

/** Says anew what a campaign is. Its key stays: it is printed in links. */
export async function changeCampaign(ctx: Context, input: { campaignId: string; body: CampaignBody }): Promise<void> {
  const { campaignId, body } = input
  checkCampaign(body)
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('lock table campaign_names in share row exclusive mode')
    const currency = body.currency ?? (await readHouseSettings(tx)).currency
    const { rows } = await tx.query<{ key: string }>(
      `update campaigns set name = $2, tactic = $3, channel = $4, starts_on = $5, ends_on = $6, owner = $7, goal = $8, goal_amount = $9,
              budget_cents = $10, currency = $11, landing_url = $12, note = $13, updated_at = $14
        where campaign_id = $1 returning key`,
      [
        campaignId,
        body.name,
        body.tactic,
        body.channel,
        body.startsOn,
        body.endsOn,
        body.owner,
        body.goal,
        body.goalAmount,
        body.budgetCents,
        currency,
        body.landingUrl,
        body.note,
        new Date(ctx.now()),
      ],
    )
    const [row] = rows
    if (row === undefined) throw noSuchCampaign()
    await saveNames(tx, { campaignId, key: row.key, name: body.name, aliases: body.aliases })
  })
}
