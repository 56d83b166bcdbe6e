import type { CompiledAgreement, Pipeline } from '../agreement/compiled.ts'
import { DEFAULT_PIPELINE } from './default-pipeline.ts'

type Named = { pipeline?: string | null | undefined }

/** The pipeline a deal is in: the one it names, else the first of the agreement. Null: it names one this agreement does not have. */
export function pipelineOf(agreement: Pick<CompiledAgreement, 'pipelines'>, deal: Named): Pipeline | null {
  const [first = DEFAULT_PIPELINE] = agreement.pipelines
  if (deal.pipeline == null) return first
  return agreement.pipelines.find((each) => each.name === deal.pipeline) ?? null
}

/** The stage a new deal of a pipeline stands in. */
export function firstStageOf(pipeline: Pipeline | null): string {
  return pipeline?.stages[0]?.name ?? 'open'
}
