import { bootstrapCredits } from '@ensemble/engine/attribution/bootstrap-credits.ts'
import { canTell } from '@ensemble/engine/attribution/can-tell.ts'
import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { attributionModels } from '@ensemble/engine/attribution/models.ts'
import { renameLabels } from '@ensemble/engine/attribution/rename-labels.ts'
import { NAMES_OF_OTHERS } from './question.ts'

const MOST_LABELS = 40
const RESAMPLES = 300

/** Whether the data can tell labels apart, and how far credits would move with other deals. Beyond the labels met most, the rest count as one. */
export function doubtLabels(journeys: Journeys) {
  const few = commonest(journeys)
  const { kind, p, why, more, less, conversions, nulls } = canTell(few)
  const found = bootstrapCredits(few, attributionModels, {}, { resamples: RESAMPLES })
  return {
    verdict: { kind, p, why, more: [...more], less: [...less], conversions, nulls },
    resamples: found.resamples,
    models: found.models.map((one) => ({
      model: one.model,
      rankStability: one.rankStability,
      labels: one.labels.map((interval, i) => ({
        label: few.labels[i] ?? '',
        isOthers: few.labels[i] === NAMES_OF_OTHERS,
        ...interval,
      })),
    })),
  }
}
export type DoubtAnswer = ReturnType<typeof doubtLabels>

function commonest(journeys: Journeys): Journeys {
  if (journeys.labels.length <= MOST_LABELS) return journeys
  const counts = new Float64Array(journeys.labels.length)
  for (const label of journeys.touches.subarray(0, journeys.offsets[journeys.count]))
    counts[label] = (counts[label] ?? 0) + 1
  const kept = new Set(
    [...journeys.labels.keys()]
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
      .slice(0, MOST_LABELS - 1)
      .map((place) => journeys.labels[place]),
  )
  return renameLabels(journeys, (label) => (kept.has(label) ? label : NAMES_OF_OTHERS))
}
