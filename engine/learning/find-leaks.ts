import { fieldAuc } from './field-auc.ts'
import { type Filled, filledShares } from './filled-shares.ts'
import { gainCurve } from './metrics/gain-curve.ts'
import { auc } from './metrics/ranking-quality.ts'
import { nameSign } from './name-sign.ts'
import { splitRows } from './split-rows.ts'
import { type Column, type Table, takeRows } from './table.ts'
import { logisticLogOdds, trainLogistic } from './train-logistic.ts'
import type { LeakSign, LearningWarning } from './warning.ts'

export const AUC_TOO_GOOD = 0.95
export const FIELD_AUC_TOO_GOOD = 0.9
/** A field less telling than this does no harm, whatever its name. */
const FIELD_AUC_WORTH_NAMING = 0.55
/** Only a field at least this telling can carry a model. */
const FIELD_AUC_OF_A_CARRIER = 0.75
/** What one field may add to the AUC of all others together before one should ask how it knows. */
export const CARRIED_AUC = 0.1
const ROWS_TO_TRY = 10_000

/**
 * Signs that fields hold what is not known yet when the score is needed. `all`: every row, open ones too; `learnt`: the
 * training rows; `modelAuc`: of the model on rows it has not seen; `writtenAfter`: fields the caller knows to be written late.
 */
export function findLeaks(
  all: Table,
  learnt: Table,
  modelAuc: number | null,
  writtenAfter: readonly string[],
): LearningWarning[] {
  const strengths = learnt.columns.map((column) => ({ column, own: fieldAuc(column, learnt.outcomes) ?? 0.5 }))
  const found = strengths.flatMap(({ column, own }) => {
    const whole = all.columns.find(({ name }) => name === column.name) ?? column
    return signsOf(column, own, whole, all.outcomes, writtenAfter)
  })
  const carriers = strengths.filter(({ own }) => own >= FIELD_AUC_OF_A_CARRIER).map(({ column }) => column)
  found.push(...carriers.flatMap((column) => carrierSign(learnt, column)))
  if (modelAuc !== null && modelAuc > AUC_TOO_GOOD) {
    const message = `The model's AUC is ${modelAuc.toFixed(3)}: leads are not that easy to tell apart. Look for fields that are written after first contact, and leave them out.`
    found.unshift({ kind: 'leakage', sign: 'auc-too-good', field: null, message })
  }
  return found
}

function leak(sign: LeakSign, field: string, message: string): LearningWarning {
  return { kind: 'leakage', sign, field, message: `"${field}": ${message}` }
}

function signsOf(
  { name }: Column,
  own: number,
  whole: Column,
  outcomes: Int8Array,
  writtenAfter: readonly string[],
): LearningWarning[] {
  const found: LearningWarning[] = []
  if (writtenAfter.includes(name)) {
    found.push(leak('named-as-written-after', name, 'named as written after first contact; leave it out.'))
  }
  if (own > FIELD_AUC_TOO_GOOD) {
    const said = `alone it tells the outcome with an AUC of ${own.toFixed(3)}; it was probably written with or after the outcome.`
    found.push(leak('field-tells-too-much', name, said))
  }
  const because = own >= FIELD_AUC_WORTH_NAMING ? nameSign(name) : null
  if (because !== null) {
    const said = `by its name ${because} (alone, AUC ${own.toFixed(3)}). Leave it out unless it is known before first contact.`
    found.push(leak('name-sounds-written-after', name, said))
  }
  const filled = filledWith(whole, outcomes)
  if (filled !== null) found.push(leak('filled-with-outcome', name, filled))
  return found
}

/** Filled for one outcome and blank for another, or blank while the outcome is open. */
function filledWith(column: Column, outcomes: Int8Array): string | null {
  const { positive, negative, notYetKnown } = filledShares(column, outcomes)
  const ended: Filled = {
    rows: positive.rows + negative.rows,
    share:
      ((positive.share ?? 0) * positive.rows + (negative.share ?? 0) * negative.rows) /
      Math.max(1, positive.rows + negative.rows),
  }
  if (isFilledOnlyIn(ended, notYetKnown)) {
    return `filled in ${percent(ended)} of the rows whose outcome is known and in ${percent(notYetKnown)} of the open ones; it comes with the outcome.`
  }
  if (isFilledOnlyIn(positive, negative) || isFilledOnlyIn(negative, positive)) {
    return `filled in ${percent(positive)} of the successes and in ${percent(negative)} of the failures; it comes with the outcome.`
  }
  return null
}

function isFilledOnlyIn(here: Filled, there: Filled): boolean {
  return here.rows >= 20 && there.rows >= 20 && (here.share ?? 0) >= 0.5 && (there.share ?? 1) <= 0.1
}

function percent({ share }: Filled): string {
  return share === null ? 'none' : `${(share * 100).toFixed(0)} %`
}

/** What a field adds to all others together, within the training rows and without regard to time. */
function carrierSign(learnt: Table, column: Column): LearningWarning[] {
  if (learnt.columns.length < 3) return []
  const step = Math.max(1, Math.ceil(learnt.rows / ROWS_TO_TRY))
  const sample = takeRows(
    learnt,
    Uint32Array.from({ length: Math.floor(learnt.rows / step) }, (_, i) => i * step),
  )
  const withIt = trialAuc(sample)
  const without = trialAuc({ ...sample, columns: sample.columns.filter(({ name }) => name !== column.name) })
  if (withIt === null || without === null || withIt - without < CARRIED_AUC) return []
  const said = `it alone lifts the AUC of all other fields together from ${without.toFixed(3)} to ${withIt.toFixed(3)}. Make sure that it is known before first contact.`
  return [leak('field-carries-model', column.name, said)]
}

function trialAuc(table: Table): number | null {
  const parts = splitRows(table.rows, 'mod5')
  const test = takeRows(table, parts.test)
  return auc(gainCurve(logisticLogOdds(trainLogistic(takeRows(table, parts.train)), test), test.outcomes))
}
