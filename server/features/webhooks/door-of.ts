import type { Context } from '../../context.ts'
import { resolveByDns } from './find-address.ts'
import type { Door } from './post-once.ts'

const TIMEOUT_MS = 15_000

/** How this installation posts to receivers. */
export function doorOf(ctx: Pick<Context, 'outside'>): Door {
  return { canHookLoopback: ctx.outside?.canHookLoopback === true, resolve: resolveByDns, timeoutMs: TIMEOUT_MS }
}
