import type { CompiledAgreement } from '../agreement/compiled.ts'

/** Equal for agreements that score alike, so that one score track answers for all of them. */
export function scoringOf({ document, halfLifeMs, staleAfterMs, promises }: CompiledAgreement): string {
  return JSON.stringify([
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
}
