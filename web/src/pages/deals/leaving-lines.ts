import type { DealView, Evidence } from './queries.ts'

/** What is asked on the way to a stage: the evidence of every stage that is left, each thing once. */
export function leavingLines(view: Pick<DealView, 'stages'>, to: string): Evidence[] {
  const from = view.stages.findIndex((stage) => stage.isCurrent)
  const end = view.stages.findIndex((stage) => stage.name === to)
  if (from < 0 || end <= from) return []
  const lines = view.stages.slice(from, end).flatMap((stage) => stage.exit)
  return [...new Map(lines.map((line) => [`${line.evidence} ${line.says}`, line])).values()]
}
