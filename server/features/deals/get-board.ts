import type { CompiledAgreement, Pipeline } from '@ensemble/engine/agreement/compiled.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { type DealFilters, whereOf } from './deal-filters.ts'
import { type DealSort, ORDERS } from './deal-orders.ts'
import type { getDealBoard as promise } from './list-contract.ts'
import { cutPage } from './list-deals.ts'
import { named } from './named-statement.ts'
import { DEAL_JOINS, dealCells, presentDeals, type RankedCells } from './read-deal-rows.ts'
import { shareAnswers } from './share-next.ts'
import { sumByStage } from './sum-deals.ts'

type Board = z.output<NonNullable<(typeof promise)['response']>>
type Asked = z.output<NonNullable<(typeof promise)['query']>>

function pipelineAsked(ctx: Context, name: string | undefined): Pipeline | null {
  const { pipelines } = ctx.agreements.at(ctx.now())
  if (name === undefined) return pipelines[0] ?? null
  return pipelines.find((each) => each.name === name) ?? null
}

/** The first cards of each stage in one statement: each stage walks its own part of the index. */
function cardsStatement(
  ctx: Context,
  agreement: CompiledAgreement,
  asked: DealFilters,
  stages: readonly string[],
  { sort, limit }: { sort: DealSort; limit: number },
): { text: string; values: unknown[] } {
  const { conditions, values } = whereOf(ctx, asked)
  const { rank, by, only } = ORDERS[sort]
  const all = [...conditions, ...(only === null || conditions.includes(only) ? [] : [only])].join(' and ')
  const parts = stages.map(
    (_, index) =>
      `(select d.*, ${rank} as rank, ${index} as place from deals d where ${all} and d.stage = $${values.length + index + 1} order by ${by} limit ${Math.trunc(limit) + 1})`,
  )
  return {
    text: `with page as materialized (${parts.join(' union all ')})
      select d.place, json_agg(${dealCells(agreement, ', d.rank')} order by ${by}) as cells from page d ${DEAL_JOINS} group by d.place`,
    values: [...values, ...stages],
  }
}

async function readCards(
  ctx: Context,
  asked: DealFilters,
  stages: readonly string[],
  order: { sort: DealSort; limit: number },
): Promise<Map<string, RankedCells[]>> {
  if (stages.length === 0) return new Map()
  const { text, values } = cardsStatement(ctx, ctx.agreements.at(ctx.now()), asked, stages, order)
  const statement = asked.text === undefined ? named(text, values) : { text, values }
  const { rows } = await ctx.db.query<{ place: number; cells: RankedCells[] }>(statement)
  return new Map(rows.map(({ place, cells }) => [stages[place] ?? '', cells]))
}

const shared = shareAnswers<Board>()

/** The open deals of a pipeline in columns; deals in stages the agreement does not know have columns of their own, last. */
export async function getBoard(ctx: Context, asked: Asked): Promise<Board> {
  const { version } = ctx.agreements.at(ctx.now())
  return shared(ctx.db, JSON.stringify([version, asked]), () => readBoard(ctx, asked))
}

async function readBoard(ctx: Context, asked: Asked): Promise<Board> {
  const pipeline = pipelineAsked(ctx, asked.pipeline)
  if (pipeline === null)
    throw new Problem('not-found', `There is no pipeline "${asked.pipeline}" in the agreement in force.`, {
      mend: 'Name one of those the agreement states.',
    })
  const { sort, limit, ...filters } = asked
  const chosen: DealFilters = { ...filters, pipeline: pipeline.name, status: 'open' }
  const known = pipeline.stages
    .map((stage) => stage.name)
    .filter((name) => asked.stage === undefined || name === asked.stage)
  // Cards of the stages one expects need not wait for the sums; stages that only the deals know are asked for after.
  const [sums, expected] = await Promise.all([sumByStage(ctx, chosen), readCards(ctx, chosen, known, { sort, limit })])
  const others = [...sums.keys()].filter((name) => !known.includes(name)).sort()
  const cards =
    others.length === 0 ? expected : new Map([...expected, ...(await readCards(ctx, chosen, others, { sort, limit }))])
  const columns = [...known, ...others].map((name) => {
    const stage = pipeline.stages.find((each) => each.name === name)
    const held = sums.get(name)
    const { rows, next } = cutPage(cards.get(name) ?? null, sort, limit)
    return {
      stage: name,
      knownAs: stage?.knownAs ?? null,
      team: stage?.owner ?? ('sales' as const),
      probability: stage?.probability ?? null,
      isInAgreement: stage !== undefined,
      deals: held?.deals ?? 0,
      withoutAmount: held?.withoutAmount ?? 0,
      sums: held?.sums ?? [],
      cards: presentDeals(ctx, rows),
      next,
    }
  })
  return { pipeline: pipeline.name, columns }
}
