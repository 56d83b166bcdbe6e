import { type AttributionModel, attributionModels } from '@ensemble/engine/attribution/models.ts'
import type { Context } from '../../context.ts'
import { csvLine, harmless } from '../imports/csv-line.ts'
import type { Asked } from './asked-of.ts'
import { getAttribution } from './get-attribution.ts'

/** A line a label: touches, journeys, then conversions and money by each model. */
export async function writeTable(
  ctx: Pick<Context, 'db'>,
  asked: Asked & { model: AttributionModel },
): Promise<string> {
  const { rows, currency } = await getAttribution(ctx, asked)
  const head = [
    asked.by,
    'touches',
    'journeys',
    'converted',
    ...attributionModels.flatMap((model) => [`${model} conversions`, `${model} ${currency}`]),
  ]
  const lines = rows.map((row) => [
    harmless(row.label),
    String(row.touches),
    String(row.journeys),
    String(row.converted),
    ...row.models.flatMap(({ conversions, cents }) => [
      String(Number(conversions.toFixed(6))),
      (cents / 100).toFixed(2),
    ]),
  ])
  return [head, ...lines].map((cells) => `${csvLine(cells)}\r\n`).join('')
}
