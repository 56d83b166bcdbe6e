import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import type { AttributionModel, ModelOptions } from '@ensemble/engine/attribution/models.ts'

/** What a model had to assume because the file does not say it. */
export function modelNotes(
  model: AttributionModel,
  journeys: Journeys,
  { isDirect }: Pick<ModelOptions, 'isDirect'>,
): string[] {
  const { leadTouch, opportunityTouch, times, nulls, labels } = journeys
  const missing = [leadTouch === null ? 'lead creation' : '', opportunityTouch === null ? 'opportunity creation' : '']
    .filter((name) => name !== '')
    .join(' and ')
  switch (model) {
    case 'u-lead':
      return leadTouch === null
        ? ['u-lead: the file does not tell lead creation; its share is spread over the other touches in proportion.']
        : []
    case 'w':
    case 'full':
      return missing === ''
        ? []
        : [`${model}: the file does not tell ${missing}; its share is spread over the other touches in proportion.`]
    case 'time-decay':
      return times === null
        ? [
            'time-decay: touches have no times; they are taken to lie one day apart (--step), the last at the conversion.',
          ]
        : []
    case 'markov':
      return nulls.some((count) => count > 0)
        ? []
        : ['markov: every journey converts, so removal effects only tell which channels converting journeys met.']
    case 'last-non-direct':
      return labels.some(isDirect)
        ? []
        : ['last-non-direct: no channel is direct; the same as last. Name it with --direct if one is.']
    default:
      return []
  }
}
