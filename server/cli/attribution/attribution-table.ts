import type { BootstrappedModel } from '@ensemble/engine/attribution/bootstrap-credits.ts'
import { align } from '../align.ts'
import type { Analysis, Asked } from './analyse-file.ts'
import type { AttributionInput } from './attribution-input.ts'
import { pluralOf } from './attribution-json.ts'
import type { SpendRow } from './spend-rows.ts'
import { verdictSentence } from './verdict-sentence.ts'

const LONGEST_LABEL = 40

/** For people who read in a terminal: the verdict first, then the credits, most first. */
export function attributionTable(
  input: AttributionInput,
  asked: Asked,
  found: Analysis,
  spend: readonly SpendRow[] | null,
): string {
  const { totals, verdict } = found
  const money = (units: number): string => (units / 10 ** input.decimals).toFixed(input.decimals)
  const parts = [
    `${number(totals.attributed.conversions)} conversions worth ${money(totals.attributed.cents)}, ${number(totals.nulls)} journeys without one, ${number(totals.touches)} touches`,
    totals.unattributed.conversions > 0
      ? `${number(totals.unattributed.conversions)} conversions worth ${money(totals.unattributed.cents)} had no touch and are credited to nothing`
      : '',
    verdict === null ? '' : verdictSentence(verdict, pluralOf(input.by)),
    found.single === null ? allModels(input, found) : oneModel(input, found, money),
    found.bootstrap === null ? '' : stability(found.bootstrap.models),
    spend === null ? '' : spendTable(spend),
    [...input.notes, ...found.notes].map((note) => `- ${note}`).join('\n'),
    asked.model === null
      ? 'Credits are a way of counting, not causes: only an experiment tells what would have happened without.'
      : '',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function byCredit(found: Analysis, credits: Float64Array): number[] {
  return [...found.labels.keys()].sort((a, b) => (credits[b] ?? 0) - (credits[a] ?? 0) || a - b)
}

function oneModel(input: AttributionInput, found: Analysis, money: (units: number) => string): string {
  const { single, bootstrap, totals } = found
  if (single === null) return ''
  const intervals = bootstrap?.models[0]
  const head = [
    input.by,
    single.model,
    'share',
    'value',
    ...(single.effects === null ? [] : ['removal effect']),
    ...(intervals === undefined ? [] : ['95 %', 'per 1,000 touches', '95 %']),
  ]
  const rows = byCredit(found, single.credits.conversions).map((i) => {
    const own = single.credits.conversions[i] ?? 0
    const one = intervals?.labels[i]
    return [
      (found.labels[i] ?? '').slice(0, LONGEST_LABEL),
      number(own),
      totals.attributed.conversions > 0 ? `${((100 * own) / totals.attributed.conversions).toFixed(1)} %` : '-',
      money(single.credits.cents[i] ?? 0),
      ...(single.effects === null ? [] : [(single.effects[i] ?? 0).toFixed(4)]),
      ...(one === undefined
        ? []
        : [
            `${number(one.conversions.low)} to ${number(one.conversions.high)}`,
            (found.touches[i] ?? 0) > 0 ? ((1000 * own) / (found.touches[i] ?? 1)).toFixed(2) : '-',
            one.perTouch === null
              ? '-'
              : `${(1000 * one.perTouch.low).toFixed(2)} to ${(1000 * one.perTouch.high).toFixed(2)}`,
          ]),
    ]
  })
  return align([head, ...rows])
}

function allModels(input: AttributionInput, found: Analysis): string {
  const { comparison } = found
  if (comparison === null) return ''
  const linear = comparison.models.find(({ model }) => model === 'linear')?.credits.conversions ?? new Float64Array(0)
  const rows = byCredit(found, linear).map((i) => {
    const range = comparison.ranges[i]
    return [
      (found.labels[i] ?? '').slice(0, LONGEST_LABEL),
      ...comparison.models.map(({ credits }) => (credits.conversions[i] ?? 0).toFixed(1)),
      `${(range?.conversions.least ?? 0).toFixed(1)} to ${(range?.conversions.most ?? 0).toFixed(1)}`,
    ]
  })
  const taus = comparison.agreement.map(({ tau }) => tau).filter((tau) => tau !== null)
  const least = taus.length === 0 ? null : Math.min(...taus)
  const agreement =
    least === null
      ? ''
      : `\n\nModels rank ${pluralOf(input.by)} ${least > 0.9 ? 'alike' : least > 0.6 ? 'much alike' : 'differently'} (least Kendall tau between two models ${least.toFixed(2)}).`
  return `${align([[input.by, ...comparison.models.map(({ model }) => model), 'range'], ...rows])}${agreement}`
}

function stability(models: readonly BootstrappedModel[]): string {
  const rows = models.map(({ model, rankStability, rankStabilityPerTouch }) => [
    model,
    rankStability?.toFixed(2) ?? '-',
    rankStabilityPerTouch?.toFixed(2) ?? '-',
  ])
  return `Ranks under redrawn deals (mean Kendall tau: 1 stays, 0 is chance)\n${align([['model', 'by credit', 'by credit per touch'], ...rows])}`
}

function spendTable(spend: readonly SpendRow[]): string {
  const rows = spend.map((row) => [
    row.channel.slice(0, LONGEST_LABEL),
    row.model,
    row.spend.toFixed(2),
    number(row.conversions),
    row.value.toFixed(2),
    row.costPerConversion?.toFixed(2) ?? '-',
    row.returnOnSpend === null ? '-' : `${(100 * row.returnOnSpend).toFixed(0)} %`,
  ])
  return align([['spend', 'model', 'spent', 'conversions', 'value', 'per conversion', 'return'], ...rows])
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}
