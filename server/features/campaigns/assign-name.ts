import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { nameEmpty, nameTaken, noSuchCampaign } from './policy.ts'
import { claimCosts } from './save-names.ts'

type Naming = { campaignId: string; name: string }

/** Makes a name lead to the campaign. Doing it twice is doing it once. */
export async function assignName(ctx: Context, { campaignId, name }: Naming): Promise<void> {
  const plain = plainName(name)
  if (plain === '') throw nameEmpty(name, 'body.name')
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('lock table campaign_names in share row exclusive mode')
    const known = await tx.query('select 1 from campaigns where campaign_id = $1', [campaignId])
    if (known.rowCount === 0) throw noSuchCampaign()
    const { rows } = await tx.query<{ campaign_id: string; by: string }>(
      'select c.campaign_id, c.name as by from campaign_names n join campaigns c on c.campaign_id = n.campaign_id where n.plain = $1',
      [plain],
    )
    const [before] = rows
    if (before?.campaign_id === campaignId) return
    if (before !== undefined) throw nameTaken(name, before.by, 'body.name')
    await tx.query('insert into campaign_names (plain, campaign_id, name, is_alias) values ($1, $2, $3, true)', [
      plain,
      campaignId,
      name,
    ])
    await claimCosts(tx)
  })
}

/** The name leads nowhere any more. Its own name a campaign keeps. */
export async function releaseName(ctx: Context, { campaignId, name }: Naming): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ is_alias: boolean }>(
      'select is_alias from campaign_names where plain = $1 and campaign_id = $2 for update',
      [plainName(name), campaignId],
    )
    const [row] = rows
    if (row === undefined) return
    if (!row.is_alias)
      throw new Problem('refused', 'A campaign keeps its own name.', { mend: 'Give the campaign another name first.' })
    await tx.query('delete from campaign_names where plain = $1 and campaign_id = $2', [plainName(name), campaignId])
    await claimCosts(tx)
  })
}
