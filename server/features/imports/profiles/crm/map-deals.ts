import type { IncomingFact } from '../../../facts/incoming.ts'
import type { Mapping } from '../profile.ts'

type Stages = Mapping['stages']
/** What a fact tells; facts come in as whoever reads a file makes them. */
export function toldBy({ data }: IncomingFact): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {}
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The stages a deal of a file goes through, with the pipeline it names. */
export function stagesIn(facts: readonly IncomingFact[]): { pipeline: string; stages: string[] } | null {
  const opened = facts.find((fact) => fact.kind === 'deal.opened')
  if (opened === undefined) return null
  const stages = facts.flatMap((fact) => (fact.kind === 'deal.moved' ? [textOf(toldBy(fact).stage)] : []))
  return { pipeline: textOf(toldBy(opened).pipeline), stages: [...new Set(stages)] }
}

/**
 * The facts of one deal with the stages of the house in the place of those of the file, as somebody chose. Their ids stay those
 * of the file, so that importing it again changes nothing. Stages that became one are entered once.
 */
export function mapDeals(facts: readonly IncomingFact[], stages: Stages): IncomingFact[] {
  const found = stages.length === 0 ? null : stagesIn(facts)
  if (found === null) return [...facts]
  const chosen = stages.filter((each) => each.pipeline === found.pipeline)
  const toOf = (stage: string) => chosen.find((each) => each.stage === stage)?.to ?? null
  const last =
    found.stages.map(toOf).findLast((to) => to !== null) ?? chosen.find((each) => each.to !== null)?.to ?? null
  if (last === null) return [...facts]
  let before = ''
  return facts.flatMap((fact) => {
    if (fact.kind === 'deal.opened') return [{ ...fact, data: { ...toldBy(fact), pipeline: last.pipeline } }]
    if (fact.kind !== 'deal.moved') return [fact]
    const stage = toOf(textOf(toldBy(fact).stage))?.stage ?? textOf(toldBy(fact).stage)
    if (stage === before) return []
    before = stage
    return [{ ...fact, data: { ...toldBy(fact), stage } }]
  })
}
