export type LeakSign =
  | 'auc-too-good'
  | 'field-tells-too-much'
  | 'field-carries-model'
  | 'filled-with-outcome'
  | 'named-as-written-after'
  | 'name-sounds-written-after'

/** Something to know before a learned score is believed. `leakage`: a field may hold what was not known when the score is needed. */
export type LearningWarning =
  | { readonly kind: 'leakage'; readonly sign: LeakSign; readonly field: string | null; readonly message: string }
  | {
      readonly kind: 'drift' | 'calibration' | 'not-in-time-order' | 'other-model' | 'not-measured'
      readonly field: null
      readonly message: string
    }
