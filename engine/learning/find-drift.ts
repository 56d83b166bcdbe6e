import { twoProportionTest } from '../stats/two-proportion-test.ts'
import type { LearningWarning } from './warning.ts'

export type Share = { readonly rows: number; readonly positives: number }

/** Told when the success rate of the later rows differs by chance less than once in a hundred, and by more than a fifth of what it was. */
export function findDrift(learnt: Share, measured: Share): LearningWarning[] {
  const tested = twoProportionTest(learnt.positives, learnt.rows, measured.positives, measured.rows)
  const before = learnt.positives / learnt.rows
  const after = measured.positives / measured.rows
  if (tested === null || tested.p >= 0.01 || Math.abs(after - before) <= before / 5) return []
  const rates = `from ${(before * 100).toFixed(1)} % where the model learnt to ${(after * 100).toFixed(1)} % where it was measured`
  return [
    {
      kind: 'drift',
      field: null,
      message: `The success rate went ${rates}: its probabilities are of the earlier time. Train on recent rows, and calibrate anew often.`,
    },
  ]
}
