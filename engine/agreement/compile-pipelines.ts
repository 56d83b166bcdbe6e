import { DEFAULT_PIPELINE } from '../pipeline/default-pipeline.ts'
import { DEFAULT_REASONS } from '../pipeline/default-reasons.ts'
import type { CompiledAgreement, Pipeline, PipelineStage } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import type { AgreementDocument } from './document.ts'
import { dealSchemaOf } from './expression-schema.ts'
import { DEAL, type Spliced, splice } from './splice.ts'

type Written = NonNullable<AgreementDocument['pipelines']>[string]

/** Words in which a deal ends: no stage may be called so. */
const ENDS = ['won', 'lost', 'undecided']

function probabilityOf(written: number | string | undefined): number | null {
  if (written === undefined) return null
  return typeof written === 'number' ? written : Number.parseInt(written, 10) / 100
}

function readStage(
  compiler: Compiler,
  pipeline: string,
  name: string,
  written: Written['stages'][string],
): PipelineStage {
  const path = ['pipelines', pipeline, 'stages', name]
  if (ENDS.includes(name.toLowerCase()))
    compiler.report(
      path,
      `"${name}" is how a deal ends, not a stage.`,
      'Leave it out: won, lost and undecided are there without being named.',
    )
  const exit = written.exit ?? []
  for (const [index, evidence] of exit.entries())
    if (exit.indexOf(evidence) !== index)
      compiler.report([...path, 'exit', index], `"${evidence}" is asked twice.`, 'Ask it once.')
  const probability = probabilityOf(written.probability)
  if (probability !== null && (probability < 0 || probability > 1))
    compiler.report(
      [...path, 'probability'],
      `${written.probability} is no probability.`,
      'Write a part of 100, such as "40 %".',
    )
  return {
    name,
    owner: written.owner,
    knownAs: written.known_as ?? null,
    exit,
    exitWhen:
      written.exit_when === undefined
        ? null
        : compiler.condition(written.exit_when, dealSchemaOf(compiler.ownNames), [...path, 'exit_when']),
    probability,
  }
}

/** A later stage from which fewer deals are won than from an earlier one is a slip. */
function checkOrder(compiler: Compiler, { name: pipeline, stages }: Pipeline): void {
  let before: PipelineStage | null = null
  for (const stage of stages) {
    if (stage.probability === null) continue
    if (before?.probability != null && stage.probability < before.probability)
      compiler.report(
        ['pipelines', pipeline, 'stages', stage.name, 'probability'],
        `"${stage.name}" comes after "${before.name}" and is less probable.`,
        'Let the probability grow from stage to stage, or put the stages in order.',
      )
    before = stage
  }
}

function readPipeline(compiler: Compiler, name: string, written: Written): Pipeline {
  const path = ['pipelines', name]
  const stages = Object.entries(written.stages).map(([stage, each]) => readStage(compiler, name, stage, each))
  if (stages.length === 0)
    compiler.report([...path, 'stages'], `The pipeline "${name}" has no stage.`, 'Name at least one stage.')
  const winNeeds = written.win_needs ?? 'contract or payment'
  if (winNeeds === 'nothing' && written.unproven === 'refuse')
    compiler.report(
      [...path, 'unproven'],
      'A win that needs nothing cannot be refused for want of proof.',
      'Say what a win needs, or leave this out.',
    )
  const pipeline: Pipeline = {
    name,
    because: written.because ?? null,
    stages,
    winNeeds,
    refusesUnproven: winNeeds !== 'nothing' && written.win_needs !== undefined && written.unproven !== 'count apart',
  }
  checkOrder(compiler, pipeline)
  return pipeline
}

/** All conditions of stages in one function, made when the first is asked. */
function exitHolds(pipelines: readonly Pipeline[]): CompiledAgreement['exitHolds'] {
  const conditions = pipelines.flatMap(({ stages }) =>
    stages.flatMap(({ exitWhen }) => (exitWhen === null ? [] : [exitWhen])),
  )
  let compiled: Spliced | null = null
  const held = new Int32Array(0)
  return (condition, context) => {
    const index = conditions.indexOf(condition)
    if (index < 0) return false
    compiled ??= splice(conditions, DEAL, (at) => `if (from === ${at}) return 1`, 'return 0')
    return compiled(context, null, held, index) === 1
  }
}

/** Reads the pipelines and the reasons of wins and losses. Without them one pipeline and one list of the product's own hold. */
export function compilePipelines(
  compiler: Compiler,
): Pick<CompiledAgreement, 'pipelines' | 'arePipelinesWritten' | 'exitHolds' | 'winLoss'> {
  const { pipelines: written, reasons } = compiler.document
  const pipelines =
    written === undefined
      ? [DEFAULT_PIPELINE]
      : Object.entries(written).map(([name, each]) => readPipeline(compiler, name, each))
  if (pipelines.length === 0)
    compiler.report(['pipelines'], 'No pipeline is named.', 'Name one, or leave the section out.')
  const codes = reasons.win_loss ?? {}
  if (reasons.win_loss !== undefined && Object.keys(codes).length === 0)
    compiler.report(['reasons', 'win_loss'], 'No reason is named.', 'Name at least one, or leave the list out.')
  return {
    pipelines,
    arePipelinesWritten: written !== undefined,
    exitHolds: exitHolds(pipelines),
    winLoss: {
      isWritten: reasons.win_loss !== undefined,
      says: new Map(
        reasons.win_loss === undefined
          ? Object.keys(DEFAULT_REASONS).map((code) => [code, null] as const)
          : Object.entries(codes),
      ),
    },
  }
}
