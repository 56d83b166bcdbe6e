import { type AttributionModel, attributionModels } from '@ensemble/engine/attribution/models.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { type Asked, askedOf, askPast } from './asked-of.ts'
import type { getAttribution as promise } from './contract.ts'
import type { Credit } from './credit-tally.ts'

export type Attribution = z.input<NonNullable<(typeof promise)['response']>>
type Row = Attribution['rows'][number]

/** Credits of every label, those with most money (or most conversions, of leads) first. */
export async function getAttribution(
  ctx: Pick<Context, 'db'>,
  { model, ...asked }: Asked & { model: AttributionModel },
): Promise<Attribution> {
  const { of, currency } = await askedOf(ctx, asked)
  const { found, readAtMs } = await askPast(ctx, { what: 'credits', of })
  const rows = found.rows.map(({ credits, ...row }): Row => {
    const own = credits.find((credit) => credit.model === model)
    return {
      ...row,
      conversions: own?.conversions ?? 0,
      cents: own?.cents ?? 0,
      conversionsRange: rangeOf(credits, 'conversions'),
      centsRange: rangeOf(credits, 'cents'),
      models: credits,
    }
  })
  const isMoney = found.cents > 0
  rows.sort(
    (a, b) =>
      (isMoney ? b.cents - a.cents : 0) ||
      b.conversions - a.conversions ||
      b.touches - a.touches ||
      (a.label < b.label ? -1 : 1),
  )
  return {
    currency,
    asOf: new Date(readAtMs).toISOString(),
    rows,
    total: { conversions: found.conversions, cents: found.cents },
    unattributed: found.unattributed,
    nulls: found.nulls,
    otherCurrency: found.otherCurrency,
    withoutAmount: found.withoutAmount,
    concentration: found.concentration,
    agreement: found.agreement,
    segments: found.segments,
  }
}

function rangeOf(credits: readonly Credit[], of: 'conversions' | 'cents'): Row['centsRange'] {
  const sorted = [...credits].sort(
    (a, b) => a[of] - b[of] || attributionModels.indexOf(a.model) - attributionModels.indexOf(b.model),
  )
  const [least, most] = [sorted[0], sorted.at(-1)]
  return {
    least: least?.[of] ?? 0,
    most: most?.[of] ?? 0,
    leastBy: least?.model ?? 'linear',
    mostBy: most?.model ?? 'linear',
  }
}
