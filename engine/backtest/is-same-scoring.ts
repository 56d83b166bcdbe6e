import type { CompiledAgreement } from '../agreement/compiled.ts'

/** Whether two agreements score alike, so that one score track answers for both. */
export function isSameScoring(a: CompiledAgreement, b: CompiledAgreement): boolean {
  const scoringOf = ({ document }: CompiledAgreement): string =>
    JSON.stringify([
      document.fit,
      document.engagement,
      document.calendar,
      document.reasons,
      document.returns ?? null,
      document.sales_promises,
    ])
  return scoringOf(a) === scoringOf(b)
}
