import type { BootstrappedModel } from '@ensemble/engine/attribution/bootstrap-credits.ts'
import type { Credits } from '@ensemble/engine/attribution/credits.ts'
import type { Interval } from '@ensemble/engine/stats/interval.ts'
import type { Analysis, Asked } from './analyse-file.ts'
import type { AttributionInput } from './attribution-input.ts'
import type { SpendRow } from './spend-rows.ts'
import { verdictSentence } from './verdict-sentence.ts'

/** Everything that was found, as plain data: money in currency units, conversions unrounded but for the last digits of a double. */
export function attributionJson(
  input: AttributionInput,
  { model, options }: Asked,
  found: Analysis,
  spend: readonly SpendRow[] | null,
): unknown {
  const money = (units: number): number => Number((units / 10 ** input.decimals).toFixed(input.decimals))
  const { totals, labels, touches, single, comparison, bootstrap, verdict } = found
  const rowsOf = (credits: Credits, effects: Float64Array | null, intervals: BootstrappedModel | undefined) =>
    labels.map((channel, i) => ({
      channel,
      conversions: tidy(credits.conversions[i] ?? 0),
      value: money(credits.cents[i] ?? 0),
      share:
        totals.attributed.conversions > 0 ? tidy((credits.conversions[i] ?? 0) / totals.attributed.conversions) : 0,
      touches: touches[i] ?? 0,
      ...(effects === null ? {} : { removalEffect: effects[i] ?? 0 }),
      ...(intervals === undefined ? {} : intervalsOf(intervals, i, money)),
    }))
  const intervalsFor = (name: string) => bootstrap?.models.find((one) => one.model === name)
  return {
    model: model ?? 'all',
    ...(model === 'markov' || model === null ? { order: options.order ?? 1 } : {}),
    by: input.by,
    conversions: tidy(totals.attributed.conversions),
    value: money(totals.attributed.cents),
    nulls: totals.nulls,
    touches: totals.touches,
    valueDecimals: input.decimals,
    unattributed: { conversions: totals.unattributed.conversions, value: money(totals.unattributed.cents) },
    ...(single === null ? {} : { rows: rowsOf(single.credits, single.effects, intervalsFor(single.model)) }),
    ...(comparison === null
      ? {}
      : {
          models: comparison.models.map(({ model: name, credits }) => ({
            model: name,
            rows: rowsOf(credits, null, intervalsFor(name)),
          })),
          ranges: comparison.ranges.map(({ label, conversions, cents }) => ({
            channel: label,
            conversions: { ...conversions, least: tidy(conversions.least), most: tidy(conversions.most) },
            value: { ...cents, least: money(cents.least), most: money(cents.most) },
          })),
          agreement: comparison.agreement,
        }),
    ...(verdict === null ? {} : { verdict: { ...verdict, sentence: verdictSentence(verdict, pluralOf(input.by)) } }),
    ...(bootstrap === null
      ? {}
      : {
          resamples: bootstrap.resamples,
          confidence: bootstrap.confidence,
          rankStability: bootstrap.models.map(({ model: name, rankStability, rankStabilityPerTouch }) => ({
            model: name,
            byCredit: rankStability,
            byCreditPerTouch: rankStabilityPerTouch,
          })),
        }),
    ...(spend === null ? {} : { spend }),
    notes: [...input.notes, ...found.notes],
  }
}

export function pluralOf(by: string): string {
  return /^channel$/i.test(by) ? 'channels' : `values of ${by}`
}

/** 15 digits: what a double holds; sums such as 0.30000000000000004 are told as meant. */
function tidy(value: number): number {
  return Number(value.toPrecision(15))
}

function intervalsOf({ labels }: BootstrappedModel, i: number, money: (units: number) => number) {
  const found = labels[i]
  if (found === undefined) return {}
  const inMoney = ({ low, high }: Interval) => ({ low: money(low), high: money(high) })
  return {
    conversionsInterval: found.conversions,
    valueInterval: inMoney(found.cents),
    conversionsPerTouchInterval: found.perTouch,
  }
}
