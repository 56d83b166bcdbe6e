import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchVersion } from '../agreements/policy.ts'
import { statusOf } from '../agreements/summary-of.ts'
import { tellScreens } from '../agreements/tell-screens.ts'
import { readVersions, versionInForce } from '../agreements/versions.ts'
import { readThread, type Thread } from './queries.ts'
import { tellParticipants } from './tell-participants.ts'

type About = { clause: string } | { threadId: string }

async function refuseUnlessDraft(tx: PoolClient, number: number, nowMs: number): Promise<void> {
  const versions = await readVersions(tx)
  const version = versions.find((each) => each.version === number)
  if (version === undefined) throw noSuchVersion(number)
  if (statusOf(version, versionInForce(versions, nowMs), nowMs) === 'draft') return
  throw new Problem('refused', `Version ${number} is no longer a draft.`, {
    mend: 'Draft a change and say it there.',
  })
}

/** The thread that is open on a clause, or a new one. */
async function threadOn(tx: PoolClient, version: number, clause: string, nowMs: number): Promise<string> {
  await tx.query('select 1 from agreements where version = $1 for update', [version])
  const { rows } = await tx.query<{ thread_id: string }>(
    'select thread_id from agreement_threads where version = $1 and clause = $2 and resolved_at is null order by opened_at limit 1',
    [version, clause],
  )
  const [open] = rows
  if (open !== undefined) return open.thread_id
  const threadId = newId(nowMs)
  await tx.query('insert into agreement_threads (thread_id, version, clause, opened_at) values ($1, $2, $3, $4)', [
    threadId,
    version,
    clause,
    new Date(nowMs),
  ])
  return threadId
}

/** Says something about a clause of a draft, or answers. The draft's author and whoever wrote before hear of it. */
export async function writeComment(
  ctx: Context,
  caller: Caller,
  input: { version: number; text: string; about: About },
): Promise<Thread> {
  const { version, text, about } = input
  return inTransaction(ctx.db, async (tx) => {
    const nowMs = ctx.now()
    await refuseUnlessDraft(tx, version, nowMs)
    const threadId =
      'threadId' in about
        ? (await readThread(tx, version, about.threadId)).id
        : await threadOn(tx, version, about.clause, nowMs)
    await tx.query(
      'insert into agreement_comments (comment_id, thread_id, author, text, written_at) values ($1, $2, $3, $4, $5)',
      [newId(nowMs), threadId, caller.id, text, new Date(nowMs)],
    )
    await tx.query('update agreement_threads set resolved_at = null, resolved_by = null where thread_id = $1', [
      threadId,
    ])
    const thread = await readThread(tx, version, threadId)
    await tellParticipants(tx, caller, { isResolved: false, version, thread, text }, nowMs)
    await tellScreens(tx)
    return thread
  })
}
