import { Readable } from 'node:stream'
import type { Context } from '../../context.ts'
import { csvLine, harmless } from '../imports/csv-line.ts'
import type { DealFilters } from './deal-filters.ts'
import type { DealSort } from './deal-orders.ts'
import { readPage } from './list-deals.ts'
import { type DealRow, presentDeals } from './read-deal-rows.ts'

const HEADER =
  'deal,name,person,company,pipeline,stage,status,proof,amount,currency,close date,owner,opened,closed,products,competitors,reasons,said by,next step,next step on'
const PAGE = 1_000

function lineOf(deal: DealRow): string {
  const cells = [
    deal.id,
    deal.name ?? '',
    deal.person,
    deal.company ?? '',
    deal.pipeline,
    deal.stage,
    deal.status,
    deal.status === 'won' ? deal.proof : '',
    deal.amountCents === null ? '' : (deal.amountCents / 100).toFixed(2),
    deal.currency ?? '',
    deal.closeDate ?? '',
    deal.owner?.name ?? '',
    deal.openedAt,
    deal.closedAt ?? '',
    deal.products.join('; '),
    deal.competitors?.join('; ') ?? '',
    deal.reasons.join('; '),
    deal.saidBy ?? '',
    deal.nextStep ?? '',
    deal.nextStepAt ?? '',
  ]
  return csvLine(cells.map(harmless))
}

async function* lines(ctx: Context, asked: DealFilters, sort: DealSort): AsyncGenerator<string> {
  yield `\uFEFF${HEADER}\r\n`
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(ctx, asked, {
      sort,
      after: after ?? undefined,
      limit: PAGE,
    })
    for (const deal of presentDeals(ctx, page.rows)) yield `${lineOf(deal)}\r\n`
    after = page.next
  } while (after !== null)
}

/** The whole list as CSV, page by page, so that its length costs no memory. */
export async function dealsCsv(ctx: Context, asked: DealFilters & { sort: DealSort }): Promise<Readable> {
  return Readable.from(lines(ctx, asked, asked.sort))
}
