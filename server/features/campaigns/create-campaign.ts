import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { freeKey } from './key-of.ts'
import { nameEmpty, nameTaken } from './policy.ts'
import { saveNames } from './save-names.ts'
import type { campaignBody } from './shapes.ts'

export type CampaignBody = z.output<typeof campaignBody>

/** What shapes alone cannot say. */
export function checkCampaign(body: CampaignBody): void {
  const errors = []
  if (body.startsOn !== null && body.endsOn !== null && body.endsOn < body.startsOn)
    errors.push({ where: 'body.endsOn', what: 'is before the first day', mend: 'Choose a later last day.' })
  if (body.goal === null && body.goalAmount !== null)
    errors.push({ where: 'body.goal', what: 'is missing', mend: 'Say whether the goal is leads or value.' })
  if (errors.length > 0)
    throw new Problem('bad-request', 'This campaign does not fit.', {
      mend: 'Correct the fields named in errors. Nothing was changed.',
      errors,
    })
}

export async function createCampaign(
  ctx: Context,
  input: { body: CampaignBody; by: string | null },
): Promise<{ id: string; key: string }> {
  const { body, by } = input
  checkCampaign(body)
  const now = new Date(ctx.now())
  const id = newId(ctx.now())
  return inTransaction(ctx.db, async (tx) => {
    // One at a time: two people who add the same name see each other.
    await tx.query('lock table campaign_names in share row exclusive mode')
    const plain = plainName(body.name)
    if (plain === '') throw nameEmpty(body.name, 'body.name')
    const { rows } = await tx.query<{ name: string }>(
      'select c.name from campaign_names n join campaigns c on c.campaign_id = n.campaign_id where n.plain = $1',
      [plain],
    )
    if (rows[0] !== undefined) throw nameTaken(body.name, rows[0].name, 'body.name')
    const key = await freeKey(tx, body.name)
    const currency = body.currency ?? (await readHouseSettings(tx)).currency
    await tx.query(
      `insert into campaigns (campaign_id, key, name, tactic, channel, starts_on, ends_on, owner, goal, goal_amount, budget_cents, currency,
                              landing_url, note, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)`,
      [
        id,
        key,
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
        by,
        now,
      ],
    )
    await saveNames(tx, { campaignId: id, key, name: body.name, aliases: body.aliases })
    return { id, key }
  })
}
