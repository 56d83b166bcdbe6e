import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { hashOf } from '../agreements/parties.ts'
import { noSuchVersion } from '../agreements/policy.ts'
import { readVersions } from '../agreements/versions.ts'
import { checkPeriod } from '../funnel/check-period.ts'
import { checkSegment } from './check-segment.ts'
import type { startBacktest as promise } from './contract.ts'
import { enqueueBacktest } from './enqueue-backtest.ts'
import { tellScreens } from './queries.ts'
import { titleOf } from './run-backtest.ts'

type Input = z.output<NonNullable<(typeof promise)['body']>>

async function documentOf(ctx: Context, { document, version }: Input): Promise<string> {
  if (document !== undefined) return document
  if (version === undefined)
    throw new Problem('bad-request', 'Nothing to try was sent.', {
      mend: 'Send a document, or the number of a version.',
    })
  const [known] = await readVersions(ctx.db, version)
  if (known === undefined) throw noSuchVersion(version)
  return known.document
}

/** Puts a draft in the queue to be tried on the past. A document with problems is refused and nothing is stored. */
export async function startBacktest(ctx: Context, caller: Caller, input: Input): Promise<string> {
  checkPeriod(input)
  checkSegment(input.segment)
  const document = await documentOf(ctx, input)
  await titleOf(ctx, document)
  const nowMs = ctx.now()
  const backtestId = newId(nowMs)
  await inTransaction(ctx.db, async (tx) => {
    await tx.query(
      `insert into backtests (backtest_id, status, version, document, document_hash, from_day, to_day, segment, created_by, created_at)
       values ($1, 'queued', $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        backtestId,
        input.document === undefined ? input.version : null,
        document,
        hashOf(document),
        input.from,
        input.to,
        JSON.stringify(input.segment),
        caller.id,
        new Date(nowMs),
      ],
    )
    await enqueueBacktest(tx, backtestId)
    await tellScreens(tx, backtestId)
  })
  return backtestId
}
