import type { FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { writeArchive } from '../../db/archive/write-archive.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { logPrivacy } from '../privacy/log-privacy.ts'

let isRunning = false

/** Sends the archive while it is written; one at a time, because it holds a moment of the database open. */
export async function downloadArchive(ctx: Context, caller: Caller, reply: FastifyReply): Promise<FastifyReply> {
  if (isRunning)
    throw new Problem('conflict', 'An archive is being written already.', {
      mend: 'Wait until it is done and try again.',
    })
  const url = ctx.db.options.connectionString
  if (url === undefined) throw new Error('the pool has no address')
  isRunning = true
  const nowMs = ctx.now()
  await logPrivacy(ctx.db, { what: 'exported', who: caller.id, personId: null, nowMs })
  const { stream, done } = writeArchive({ url, home: ctx.home }, nowMs)
  done
    .catch((error: unknown) => ctx.log.error({ err: error }, 'an archive was not finished'))
    .finally(() => {
      isRunning = false
    })
  const day = new Date(nowMs).toISOString().slice(0, 10)
  return reply
    .header('content-disposition', `attachment; filename="ensemble-${day}.zip"`)
    .header('cache-control', 'no-store')
    .type('application/zip')
    .send(stream)
}
