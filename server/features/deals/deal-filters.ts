import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { sumDeals } from './contract.ts'

export type DealFilters = z.output<NonNullable<(typeof sumDeals)['query']>>

/** Deals of a list, as `d`. What is not asked is null and falls away. */
export const CHOSEN = `
      ($1::text[] is null or d.pipeline = any($1))
  and ($2::text is null or d.stage = $2)
  and ($3::text is null or d.status = $3)
  and (not $4::boolean or d.status <> 'open')
  and (not $5::boolean or (d.status = 'won' and d.proof = 'none'))
  and ($6::uuid is null or d.closer = $6) and (not $7::boolean or d.closer is null)
  and ($8::uuid is null or d.person_id in (select person_id from people where account_id = $8))
  and ($9::date is null or d.close_key >= $9) and ($10::date is null or d.close_key < $10)
  and ($11::date is null or d.closed_at >= $11::timestamp at time zone $13)
  and ($12::date is null or d.closed_at < $12::timestamp at time zone $13)
  and ($14::bigint is null or d.amount_key >= $14) and ($15::bigint is null or (d.amount_key <= $15 and d.amount_key >= 0))
  and ($16::text is null or d.currency = $16)
  and ($17::jsonb is null or d.products @> $17) and ($18::jsonb is null or d.competitors @> $18)
  and ($19::jsonb is null or d.reasons @> $19) and ($20::jsonb is null or d.said @> $20)
  and ($21::text is null or d.status = 'open' and case $21
        when 'next step' then d.next_step_at <= $22 or d.next_step is null
        when 'no next step' then d.next_step is null
        else d.close_date < ($22::timestamptz at time zone $13)::date end)
  and ($23::text is null or d.search like $23)`

/** How many parameters `CHOSEN` has. */
export const CHOSEN_COUNT = 23

function pattern(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, (each) => `\\${each}`)}%`
}

const listed = (value: string | undefined): string | null => (value === undefined ? null : JSON.stringify([value]))

/** The pipelines a name stands for in rows: deals that name none are in the first of the agreement. */
export function pipelineKeys(ctx: Pick<Context, 'agreements' | 'now'>, name: string | undefined): string[] | null {
  if (name === undefined) return null
  const [first] = ctx.agreements.at(ctx.now()).pipelines
  return first?.name === name ? ['', name] : [name]
}

/** The parameters of `CHOSEN` for what a caller asks. */
export async function chosenBy(ctx: Context, asked: DealFilters): Promise<unknown[]> {
  const { zone } = await readHouseSettings(ctx.db)
  const { status } = asked
  return [
    pipelineKeys(ctx, asked.pipeline),
    asked.stage ?? null,
    asked.due !== undefined ? 'open' : status === 'closed' ? null : status === 'unproven' ? 'won' : (status ?? null),
    status === 'closed',
    status === 'unproven',
    asked.owner === undefined || asked.owner === 'nobody' ? null : asked.owner,
    asked.owner === 'nobody',
    asked.accountId ?? null,
    asked.closeFrom ?? null,
    asked.closeTo ?? null,
    asked.closedFrom ?? null,
    asked.closedTo ?? null,
    zone,
    asked.minCents ?? null,
    asked.maxCents ?? null,
    asked.currency ?? null,
    listed(asked.product),
    listed(asked.competitor),
    asked.saidBy === undefined ? listed(asked.reason) : null,
    asked.saidBy === undefined
      ? null
      : JSON.stringify([{ saidBy: asked.saidBy, ...(asked.reason === undefined ? {} : { reasons: [asked.reason] }) }]),
    asked.due ?? null,
    new Date(ctx.now()),
    asked.text === undefined ? null : pattern(asked.text),
  ]
}
