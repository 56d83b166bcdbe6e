import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { getCurrencyRates as promise, saveCurrencyRates as savePromise } from './contract.ts'
import { isKnownCurrency } from './currencies.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Body = z.output<NonNullable<(typeof savePromise)['body']>>

export async function readCurrencyRates(ctx: Context): Promise<View> {
  const { currency } = await readHouseSettings(ctx.db)
  const rates = await ctx.db.query<View['rates'][number]>(
    'select currency, day::text, rate::text from currency_rates order by currency, day',
  )
  const missing = await ctx.db.query<View['missing'][number]>(
    `select k.currency, min(k.day)::text as "from" from campaign_costs k
      where k.currency <> $1 and not exists (select 1 from currency_rates r where r.currency = k.currency and r.day <= k.day)
      group by k.currency order by k.currency`,
    [currency],
  )
  return { currency, rates: rates.rows, missing: missing.rows }
}

/** Replaces the table of rates. */
export async function saveCurrencyRates(ctx: Context, { rates }: Body, by: string): Promise<void> {
  const { currency: house } = await readHouseSettings(ctx.db)
  const seen = new Set<string>()
  const errors = rates.flatMap(({ currency, day, rate }, index) => {
    const where = `body.rates.${index}`
    const key = `${currency} ${day}`
    const isTwice = seen.has(key)
    seen.add(key)
    if (!isKnownCurrency(currency))
      return [{ where, what: `"${currency}" is no currency`, mend: 'Use a code such as USD.' }]
    if (currency === house) return [{ where, what: `${house} is the company’s own`, mend: 'Leave it out.' }]
    if (Number(rate) === 0) return [{ where, what: 'is zero', mend: 'Write what one unit is worth.' }]
    return isTwice ? [{ where, what: `${key} stands twice`, mend: 'Leave one of them out.' }] : []
  })
  if (errors.length > 0)
    throw new Problem('bad-request', 'These rates do not fit.', {
      mend: 'Correct the lines named in errors. Nothing was changed.',
      errors,
    })
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('delete from currency_rates')
    await tx.query(
      `insert into currency_rates (currency, day, rate, set_by, set_at)
       select currency, day, rate, $2, $3 from json_to_recordset($1::json) as r(currency text, day date, rate numeric)`,
      [JSON.stringify(rates), by, new Date(ctx.now())],
    )
  })
}
