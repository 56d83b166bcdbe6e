import type { PoolClient } from 'pg'
import type { Queryable } from './queryable.ts'

/** Whether a connection sends statements without waiting for the answers to those before. Such a one takes no COPY and no cursor. */
export function isPipelined(tx: Queryable): boolean {
  return 'pipeline' in tx && tx.pipeline === true
}

/** A statement prepared once for each receiving connection; elsewhere planned anew each time, by the sizes that tables have by then. */
export function prepared(tx: Queryable, name: string): { name?: string } {
  return isPipelined(tx) ? { name } : {}
}

type Corkable = { cork(): void; uncork(): void }

function streamOf(tx: PoolClient): Corkable | null {
  if (!('connection' in tx)) return null
  const { connection } = tx
  if (typeof connection !== 'object' || connection === null || !('stream' in connection)) return null
  const { stream } = connection
  if (typeof stream !== 'object' || stream === null || !('cork' in stream) || !('uncork' in stream)) return null
  const { cork, uncork } = stream
  if (typeof cork !== 'function' || typeof uncork !== 'function') return null
  return { cork: () => cork.call(stream), uncork: () => uncork.call(stream) }
}

/** Sends what `send` asks for before it first waits in one piece: a system call, and a database woken, once instead of for each statement. */
export function inOnePiece<T>(tx: PoolClient, send: () => T): T {
  const stream = isPipelined(tx) ? streamOf(tx) : null
  stream?.cork()
  try {
    return send()
  } finally {
    stream?.uncork()
  }
}

/** Runs statements that do not need each other's answers: in one flight where the connection allows it, else one after the other. */
export async function together(tx: PoolClient, works: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (!isPipelined(tx)) {
    for (const work of works) await work()
    return
  }
  const settled = await Promise.allSettled(inOnePiece(tx, () => works.map((work) => work())))
  for (const each of settled) if (each.status === 'rejected') throw each.reason
}
