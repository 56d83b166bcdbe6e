import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'

const KNOWN = new Set(Intl.supportedValuesOf('currency'))

/** The currency's code in capitals; refused when there is no such currency. */
export function checkedCurrency(text: string): string {
  const code = text.trim().toUpperCase()
  if (KNOWN.has(code)) return code
  const mend = 'Use three letters such as EUR.'
  throw new Problem('bad-request', `"${text}" is not a currency.`, {
    mend,
    errors: [{ where: 'body.currency', what: 'is not a currency code', mend }],
  })
}

/** Changes the company's currency. Amounts stay as they are, each in its own currency: nothing is converted. */
export async function changeCurrency(
  ctx: Pick<Context, 'db'>,
  input: { currency: string },
): Promise<{ currency: string }> {
  const currency = checkedCurrency(input.currency)
  await ctx.db.query(
    `insert into settings (key, value) values ('currency', $1) on conflict (key) do update set value = excluded.value, updated_at = now()`,
    [JSON.stringify(currency)],
  )
  return { currency }
}
