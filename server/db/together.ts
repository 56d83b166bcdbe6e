import type { PoolClient } from 'pg'

/** Whether a connection sends statements without waiting for the answers to those before. Such a one takes no COPY and no cursor. */
export function isPipelined(tx: PoolClient): boolean {
  return 'pipeline' in tx && tx.pipeline === true
}

/** Runs statements that do not need each other's answers: in one flight where the connection allows it, else one after the other. */
export async function together(tx: PoolClient, works: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (!isPipelined(tx)) {
    for (const work of works) await work()
    return
  }
  const settled = await Promise.allSettled(works.map((work) => work()))
  for (const each of settled) if (each.status === 'rejected') throw each.reason
}
