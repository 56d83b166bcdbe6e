import { parseArgs } from 'node:util'
import { attributionModels } from '@ensemble/engine/attribution/models.ts'
import { z } from 'zod'
import { openContext } from '../../compose.ts'
import { ExplainedError } from '../../explained-error.ts'
import { asked } from '../../features/attribution/contract.ts'
import { type Attribution, getAttribution } from '../../features/attribution/get-attribution.ts'
import { Problem } from '../../http/problem.ts'
import { align } from '../align.ts'

const question = asked.extend({ model: z.enum(attributionModels).default('linear') })

/** Credits of the house's own touches: the rows of the page. */
export async function runOwn(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      own: { type: 'boolean' },
      from: { type: 'string' },
      to: { type: 'string' },
      by: { type: 'string' },
      level: { type: 'string' },
      model: { type: 'string' },
      'lookback-days': { type: 'string' },
      transform: { type: 'string' },
      segment: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const { own: _, json, 'lookback-days': lookbackDays, ...given } = values
  const parsed = question.safeParse({ ...given, ...(lookbackDays === undefined ? {} : { lookbackDays }) })
  if (!parsed.success)
    throw new ExplainedError(
      `${parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; ')}.`,
    )
  const { ctx, close } = await openContext()
  try {
    const found = await getAttribution(ctx, parsed.data)
    console.log(
      json === true ? JSON.stringify({ ...parsed.data, ...found }, undefined, 2) : tableOf(found, parsed.data.by),
    )
    return 0
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError([error.message, error.mend].filter(Boolean).join(' ')) : error
  } finally {
    await close()
  }
}

function tableOf({ rows, total, unattributed, currency }: Attribution, by: string): string {
  const money = (cents: number): string => (cents / 100).toFixed(2)
  return [
    align([
      [by, 'touches', 'conversions', currency, 'least', 'most'],
      ...rows.map((row) => [
        row.label === '' ? '(none)' : row.label.slice(0, 44),
        String(row.touches),
        row.conversions.toFixed(2),
        money(row.cents),
        money(row.centsRange.least),
        money(row.centsRange.most),
      ]),
      ['sum', '', total.conversions.toFixed(2), money(total.cents), '', ''],
    ]),
    ...(unattributed.conversions > 0
      ? [`${unattributed.conversions} more without a touch (${money(unattributed.cents)} ${currency}).`]
      : []),
  ].join('\n')
}
