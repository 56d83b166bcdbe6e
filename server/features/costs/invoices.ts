import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchCampaign } from '../campaigns/policy.ts'
import type { listInvoices as listPromise, enterInvoice as promise } from './contract.ts'
import { isKnownCurrency } from './currencies.ts'
import { spreadCents } from './spread-cents.ts'

type Body = z.output<NonNullable<(typeof promise)['body']>>
type Invoices = z.input<NonNullable<(typeof listPromise)['response']>>

const DAY_MS = 86_400_000
const MOST_DAYS = 3_660

function check(body: Body): number {
  const days = Math.round((Date.parse(body.to) - Date.parse(body.from)) / DAY_MS) + 1
  const errors = []
  if (days < 1) errors.push({ where: 'body.to', what: 'is before the first day', mend: 'Choose a later last day.' })
  if (days > MOST_DAYS)
    errors.push({ where: 'body.to', what: 'is more than ten years after the first day', mend: 'Enter it in parts.' })
  if (!isKnownCurrency(body.currency))
    errors.push({ where: 'body.currency', what: `"${body.currency}" is no currency`, mend: 'Use a code such as EUR.' })
  if (body.campaignId === null && body.channel === null)
    errors.push({ where: 'body.campaignId', what: 'is missing', mend: 'Choose a campaign or a channel.' })
  if (errors.length > 0)
    throw new Problem('bad-request', 'This invoice does not fit.', {
      mend: 'Correct the fields named in errors. Nothing was stored.',
      errors,
    })
  return days
}

/** Enters one amount and spreads it over its days. */
export async function enterInvoice(
  ctx: Context,
  { body, by }: { body: Body; by: string | null },
): Promise<{ id: string; days: number }> {
  const days = check(body)
  const id = newId(ctx.now())
  const now = new Date(ctx.now())
  await inTransaction(ctx.db, async (tx) => {
    if (body.campaignId !== null) {
      const known = await tx.query('select 1 from campaigns where campaign_id = $1', [body.campaignId])
      if (known.rowCount === 0) throw noSuchCampaign()
    }
    const { campaignId, channel, label, kind, amountCents, currency, from, to } = body
    await tx.query(
      `insert into invoices (invoice_id, campaign_id, channel, label, kind, amount_cents, currency, from_day, to_day, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, campaignId, channel, label, kind, amountCents, currency, from, to, by, now],
    )
    const parts = spreadCents(amountCents, days)
    await tx.query(
      `insert into campaign_costs (cost_id, campaign_id, channel, day, kind, cost_cents, currency, source, row_key, invoice_id, created_at)
       select gen_random_uuid(), $1, $2, $3::date + (n - 1)::int, $4, cents, $5, 'invoice', $6 || ':' || n, $7, $8
         from unnest($9::bigint[]) with ordinality as p(cents, n)`,
      [campaignId, channel, from, kind, currency, id, id, now, parts],
    )
  })
  return { id, days }
}

/** Takes an invoice back. Doing it twice is doing it once. */
export async function removeInvoice(ctx: Context, invoiceId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('delete from campaign_costs where invoice_id = $1', [invoiceId])
    await tx.query('delete from invoices where invoice_id = $1', [invoiceId])
  })
}

export async function listInvoices(ctx: Context, campaignId: string | null): Promise<Invoices> {
  type Row = Omit<Invoices['invoices'][number], 'createdBy' | 'createdAt'> & {
    by_id: string | null
    by_name: string | null
    created_at: Date
  }
  const { rows } = await ctx.db.query<Row>(
    `select i.invoice_id as id, i.campaign_id as "campaignId", c.name as campaign, i.channel, i.label, i.kind,
            i.amount_cents::float8 as "amountCents", i.currency, i.from_day::text as "from", i.to_day::text as "to",
            i.created_by as by_id, u.name as by_name, i.created_at
       from invoices i left join campaigns c on c.campaign_id = i.campaign_id left join users u on u.id = i.created_by
      where $1::uuid is null or i.campaign_id = $1 order by i.from_day desc, i.invoice_id desc limit 500`,
    [campaignId],
  )
  return {
    invoices: rows.map(({ by_id, by_name, created_at, ...row }) => ({
      ...row,
      createdBy: by_id === null ? null : { id: by_id, name: by_name ?? '' },
      createdAt: created_at.toISOString(),
    })),
  }
}
