import type { CompiledAgreement } from '../agreement/compiled.ts'

/** Whether two agreements score alike, so that one score track answers for both. */
export function isSameScoring(a: CompiledAgreement, b: CompiledAgreement): boolean {
  const scoringOf = ({ document, halfLifeMs, staleAfterMs, promises }: CompiledAgreement): string =>
    JSON.stringify([
      halfLifeMs,
      staleAfterMs,
      promises.attempts?.atLeast ?? null,
      document.fit,
      document.engagement,
      document.scores,
      document.learned,
      document.sources,
      document.calendar,
      document.reasons,
    ])
  return scoringOf(a) === scoringOf(b)
}
