import type { ClauseSentence } from './clauses-of.ts'
import type { CompiledAgreement, PipelineStage } from './compiled.ts'
import { verbaliseCondition } from './verbalise-condition.ts'
import { evidenceInWords } from './words/evidence-in-words.ts'
import type { Language } from './words/grammar.ts'
import { grammarOf } from './words/grammar-of.ts'
import { pipelinePhrases } from './words/pipeline-phrases.ts'
import { numberInWords } from './words/value-in-words.ts'

function stageSentence(pipeline: string, stage: PipelineStage, language: Language): string {
  const { name, owner, knownAs, exit, exitWhen, probability } = stage
  return pipelinePhrases(language).stage({
    pipeline,
    stage: name,
    owner,
    knownAs,
    asks: exit.map((evidence) => evidenceInWords(evidence, language).says),
    condition: exitWhen === null ? null : verbaliseCondition(exitWhen, grammarOf(language)).says,
    percent: probability === null ? null : numberInWords(Math.round(probability * 1000) / 10, language),
  })
}

/** What pipelines of deals ask, and why deals are won and lost, where the document says so. */
export function pipelineSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const phrases = pipelinePhrases(language)
  const make = (
    path: string[],
    sentence: string,
    { section = 'pipelines', owner = null, because = null }: Partial<ClauseSentence> = {},
  ): ClauseSentence => ({ clause: path.join('.'), section, owner, sentence, because, path })
  const pipelines = !agreement.arePipelinesWritten
    ? []
    : agreement.pipelines.flatMap((pipeline, index) => {
        const path = ['pipelines', pipeline.name]
        const names = pipeline.stages.map((stage) => grammarOf(language).quote(stage.name))
        return [
          make(path, phrases.pipeline(pipeline.name, names, index === 0), { because: pipeline.because }),
          ...pipeline.stages.map((stage) =>
            make([...path, 'stages', stage.name], stageSentence(pipeline.name, stage, language), {
              owner: stage.owner,
            }),
          ),
          ...(agreement.document.pipelines?.[pipeline.name]?.win_needs === undefined
            ? []
            : [make([...path, 'win_needs'], phrases.wins(pipeline.winNeeds, pipeline.refusesUnproven))]),
        ]
      })
  const { isWritten, says } = agreement.winLoss
  if (!isWritten) return pipelines
  const list = [...says].map(([code, words]) => words ?? code)
  return [...pipelines, make(['reasons', 'win_loss'], phrases.reasons(list), { section: 'reasons', owner: 'sales' })]
}
