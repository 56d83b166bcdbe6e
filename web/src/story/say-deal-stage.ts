import { getI18n } from 'react-i18next'

const STAGES = ['discovery', 'proposal', 'negotiation'] as const
const PIPELINES = ['Subscriptions'] as const

/** The stage of a deal in words, as it stands at the head of something. Stages that come with the product are said in the reader's language. */
export function sayDealStage(stage: string): string {
  const known = STAGES.find((one) => one === stage)
  if (known !== undefined) return getI18n().t(`common.dealStage.${known}`)
  return stage.slice(0, 1).toLocaleUpperCase() + stage.slice(1)
}

/** The name of a pipeline. */
export function sayPipeline(name: string): string {
  const known = PIPELINES.find((one) => one === name)
  return known === undefined ? name : getI18n().t(`common.pipeline.${known}`)
}
