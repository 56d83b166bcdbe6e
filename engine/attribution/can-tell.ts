import { journeyTotals } from './journey-totals.ts'
import type { Journeys } from './journeys.ts'
import { type LabelTest, testLabels } from './test-labels.ts'

export type Verdict = {
  readonly kind: 'cannot-tell' | 'differ' | 'untestable'
  /** Chance that labels without any difference would look like this, both tests counted; null when nothing could be tested. */
  readonly p: number | null
  readonly why: 'no-conversions' | 'no-journeys-without' | 'one-label' | null
  readonly conversions: number
  readonly nulls: number
  /** Labels that stand out by themselves, corrected for their number. */
  readonly more: readonly string[]
  readonly less: readonly string[]
  readonly tests: readonly LabelTest[]
}

/** Naming a channel moves money: one false alarm in a hundred, not in twenty. */
const LEVEL = 0.01
const designs = ['ended', 'at-risk'] as const

/**
 * Whether the data can tell labels apart: whether journeys that met, or ended with, different labels converted differently. Credits alone
 * never show that: a label met by everybody is credited most, whatever it did. Nobody knows whether chance would deal outcomes to whole
 * journeys or touch by touch, so labels differ only when neither explains them: the larger p of the two designs counts.
 */
export function canTell(journeys: Journeys, seed = 1): Verdict {
  const { attributed, nulls } = journeyTotals(journeys)
  const about = { conversions: attributed.conversions, nulls }
  const none = { p: null, more: [], less: [], tests: [] }
  if (attributed.conversions === 0) return { kind: 'untestable', why: 'no-conversions', ...none, ...about }
  if (nulls === 0) return { kind: 'untestable', why: 'no-journeys-without', ...none, ...about }
  const byDesign = designs.map((design) =>
    [testLabels(journeys, 'met', design, seed), testLabels(journeys, 'closing', design, seed)].filter(
      (test) => test !== null,
    ),
  )
  const tests = byDesign.flat()
  if (byDesign.some((found) => found.length === 0))
    return { kind: 'untestable', why: 'one-label', ...none, tests, ...about }
  const p = Math.max(...byDesign.map((found) => Math.min(1, found.length * Math.min(...found.map((test) => test.p)))))
  if (p >= LEVEL) return { kind: 'cannot-tell', why: null, p, more: [], less: [], tests, ...about }
  const [ended, atRisk] = byDesign.map((found) => standOuts(found))
  const both = (sign: 'more' | 'less'): string[] =>
    (ended?.[sign] ?? []).filter((label) => atRisk?.[sign].includes(label))
  return { kind: 'differ', why: null, p, more: both('more'), less: both('less'), tests, ...about }
}

function standOuts(tests: readonly LabelTest[]): { more: string[]; less: string[] } {
  const out = tests.flatMap((test) => test.labels.filter((one) => one.p * tests.length < LEVEL))
  const names = (sign: number): string[] => [
    ...new Set(out.filter(({ z }) => Math.sign(z) === sign).map(({ label }) => label)),
  ]
  return { more: names(1), less: names(-1) }
}
