import type { Pipeline } from '@ensemble/engine/agreement/compiled.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { getDealBoard as promise } from './contract.ts'
import { chosenBy } from './deal-filters.ts'
import { readPage } from './list-deals.ts'
import { presentDeals } from './read-deal-rows.ts'
import { sumByStage } from './sum-deals.ts'

type Board = z.output<NonNullable<(typeof promise)['response']>>
type Asked = z.output<NonNullable<(typeof promise)['query']>>

function pipelineAsked(ctx: Context, name: string | undefined): Pipeline | null {
  const { pipelines } = ctx.agreements.at(ctx.now())
  if (name === undefined) return pipelines[0] ?? null
  return pipelines.find((each) => each.name === name) ?? null
}

/** The open deals of a pipeline in columns; deals in stages the agreement does not know have columns of their own, last. */
export async function getBoard(ctx: Context, asked: Asked): Promise<Board> {
  const pipeline = pipelineAsked(ctx, asked.pipeline)
  if (pipeline === null)
    throw new Problem('not-found', `There is no pipeline "${asked.pipeline}" in the agreement in force.`, {
      mend: 'Name one of those the agreement states.',
    })
  const chosen = await chosenBy(ctx, { ...asked, pipeline: pipeline.name, status: 'open' })
  const sums = await sumByStage(ctx, chosen)
  const known = pipeline.stages.map((stage) => stage.name)
  const names = [...known, ...[...sums.keys()].filter((name) => !known.includes(name)).sort()].filter(
    (name) => asked.stage === undefined || name === asked.stage,
  )
  const columns = await Promise.all(
    names.map(async (name) => {
      const stage = pipeline.stages.find((each) => each.name === name)
      const held = sums.get(name)
      const ofStage = chosen.with(1, name)
      const { rows, next } =
        held === undefined ? { rows: [], next: null } : await readPage(ctx, ofStage, { ...asked, after: undefined })
      return {
        stage: name,
        knownAs: stage?.knownAs ?? null,
        team: stage?.owner ?? ('sales' as const),
        probability: stage?.probability ?? null,
        isInAgreement: stage !== undefined,
        deals: held?.deals ?? 0,
        withoutAmount: held?.withoutAmount ?? 0,
        sums: held?.sums ?? [],
        cards: await presentDeals(ctx, rows),
        next,
      }
    }),
  )
  return { pipeline: pipeline.name, columns }
}
