import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { compareCosts } from './compare-costs.ts'
import { type CostImportRow, getImport, type Options } from './cost-imports.ts'
import { readImportFiles } from './preview-costs.ts'

/** Stores the costs of an import, all or none. Asked again it answers what it did. */
export async function runCostImport(ctx: Context, row: CostImportRow, options: Options): Promise<void> {
  if (row.status === 'done') return
  const read = await readImportFiles(ctx, row, options)
  if (read.entries.length === 0)
    throw new Problem('refused', 'There is no row in these files that can be stored.', {
      mend: read.issues[0] === undefined ? 'Export costs by day.' : `${read.issues[0].what} ${read.issues[0].mend}`,
      errors: read.issues.slice(0, 20).map(({ file, row: at, what, mend }) => ({ where: `${file}:${at}`, what, mend })),
    })
  const now = new Date(ctx.now())
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('lock table campaign_costs in share row exclusive mode')
    const { status } = await getImport(tx, row.id)
    if (status !== 'uploaded') return
    const { costs, effect } = await compareCosts(tx, read)
    const added = costs.filter((cost) => cost.known === null)
    await tx.query(
      `insert into campaign_costs (cost_id, campaign_id, campaign_name, campaign_ref, channel, day, kind, cost_cents, currency, source, row_key, impressions,
                                   clicks, import_id, created_at)
       select cost_id, campaign_id, campaign_name, campaign_ref, channel, day, kind, cost_cents, currency, $2, row_key, impressions, clicks, $3, $4
         from json_to_recordset($1::json) as r(cost_id uuid, campaign_id uuid, campaign_name text, campaign_ref text, channel text, day date, kind text,
              cost_cents bigint, currency text, row_key text, impressions bigint, clicks bigint)`,
      [
        JSON.stringify(
          added.map((cost) => ({
            cost_id: newId(ctx.now()),
            campaign_id: cost.ofCampaign,
            campaign_name: cost.campaignName,
            campaign_ref: cost.campaignId,
            channel: cost.channel,
            day: cost.day,
            kind: cost.kind,
            cost_cents: cost.costCents,
            currency: cost.currency,
            row_key: cost.key,
            impressions: cost.impressions,
            clicks: cost.clicks,
          })),
        ),
        read.source,
        row.id,
        now,
      ],
    )
    const changed = costs.filter((cost) => cost.isChanged)
    await tx.query(
      `update campaign_costs k set cost_cents = r.cost_cents, impressions = r.impressions, clicks = r.clicks, import_id = $2,
              replaced = jsonb_build_object('costCents', k.cost_cents, 'impressions', k.impressions, 'clicks', k.clicks, 'importId', k.import_id)
         from json_to_recordset($1::json) as r(cost_id uuid, cost_cents bigint, impressions bigint, clicks bigint)
        where k.cost_id = r.cost_id`,
      [
        JSON.stringify(
          changed.map(({ known, costCents, impressions, clicks }) => ({
            cost_id: known?.costId,
            cost_cents: costCents,
            impressions,
            clicks,
          })),
        ),
        row.id,
      ],
    )
    await tx.query(
      `update cost_imports set status = 'done', options = $2, source = $3, result = $4, issues = $5, finished_at = $6 where import_id = $1`,
      [row.id, JSON.stringify(options), read.source, JSON.stringify(effect), JSON.stringify(read.issues), now],
    )
  })
}
