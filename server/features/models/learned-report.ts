import type { Learned } from '@ensemble/engine/learning/learn.ts'

/** Everything that was measured, as plain JSON. */
export function learnedReport({ model, evaluation, split, ...rest }: Learned): Record<string, unknown> {
  const { train, test } = split
  const rows = train.rows + test.rows
  const positives = train.positives + test.positives
  const withRate = (share: { rows: number; positives: number }) => ({
    ...share,
    baseRate: share.rows === 0 ? null : share.positives / share.rows,
  })
  return {
    n: rows,
    positives,
    baseRate: positives / rows,
    notYetKnown: rest.notYetKnown,
    target: model.target,
    positive: model.positive,
    model: model.kind,
    parameters: rest.parameters,
    split: { kind: split.kind, train: withRate(train), test: withRate(test) },
    ...evaluation,
    calibration: model.calibration.kind,
    fields: rest.fields,
    leftOut: rest.leftOut,
    warnings: rest.warnings,
  }
}
