import type { CompiledAgreement } from '../agreement/compiled.ts'

/**
 * The end of the rows that learned clauses come from, epoch ms: whoever was met before, a model may have seen the end of.
 * -Infinity without such clauses; `isUnknown` where a model's rows bear no time.
 */
export function learntUntil(agreements: readonly CompiledAgreement[]): { untilMs: number; isUnknown: boolean } {
  const rules = agreements.flatMap((each) => [each, ...each.scores].flatMap(({ learned }) => learned))
  const ends = rules.map(({ stored }) => stored.rowsToMs)
  return {
    untilMs: ends.reduce<number>((latest, end) => Math.max(latest, end ?? latest), Number.NEGATIVE_INFINITY),
    isUnknown: ends.includes(null),
  }
}
