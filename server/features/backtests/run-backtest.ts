import type { BacktestFigures, SellerLoad } from '@ensemble/engine/backtest/figures.ts'
import type { Segment } from '@ensemble/engine/backtest/segment.ts'
import type { Context } from '../../context.ts'
import { unreadable } from '../agreements/policy.ts'
import { namesOf } from '../leads/queries.ts'
import { compileHere } from '../models/compile-here.ts'
import type { BacktestAnswer } from './answers.ts'
import type { Period } from './question.ts'
import { runInThread, type Watching } from './run-in-thread.ts'
import { surroundingsOf } from './surroundings-of.ts'

export type BacktestAsked = Period & { document: string }

/** The answer as it is kept, shown and printed. */
export type BacktestReport = {
  from: string
  to: string
  zone: string
  segment: Segment
  draft: { title: string }
  inForce: { version: number; title: string }
  /** ISO: the last moment of which something is recorded. */
  knownUntil: string
  currency: string
  figures: Omit<BacktestFigures, 'load'> & {
    load: Omit<BacktestFigures['load'], 'sellers'> & { sellers: (SellerLoad & { name: string })[] }
  }
}

/** The title of a sound document. One with problems is refused, each named with line, clause and remedy. */
export async function titleOf(ctx: Pick<Context, 'db'>, document: string): Promise<string> {
  const compiled = await compileHere(ctx.db, document, 0)
  if (compiled.ok) return compiled.agreement.document.title
  throw unreadable(compiled.problems, 'Nothing was tried.')
}

/** Folds a document over the company's history beside the version in force. The command and the web both come here. */
export async function runBacktest(
  ctx: Context,
  asked: BacktestAsked,
  watching: Watching = {},
): Promise<{ report: BacktestReport; rows: BacktestAnswer['rows'] }> {
  const title = await titleOf(ctx, asked.document)
  const { databaseUrl, zone, currency, nowMs, inForce } = await surroundingsOf(ctx, asked)
  const question = { task: 'compare', ...asked, zone, nowMs, inForce } as const
  const done = await runInThread({ databaseUrl, question }, watching)
  if (!('compared' in done)) throw new Error('a comparison was asked for')
  const { figures, untilMs, rows } = done.compared
  const names = await namesOf(
    ctx.db,
    figures.load.sellers.map(({ seller }) => seller),
  )
  const sellers = figures.load.sellers.map((each) => ({ ...each, name: names.get(each.seller) ?? '' }))
  const report: BacktestReport = {
    from: asked.from,
    to: asked.to,
    zone,
    segment: asked.segment,
    draft: { title },
    inForce: { version: inForce.version, title: inForce.title },
    knownUntil: new Date(untilMs).toISOString(),
    currency: figures.money.currency ?? currency,
    figures: { ...figures, load: { ...figures.load, sellers } },
  }
  return { report, rows }
}
