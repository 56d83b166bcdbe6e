import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { readProgress } from './demo-progress.ts'
import { startDemo } from './start-demo.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.makeDemo, async ({ ctx, body }) => {
    await startDemo(ctx, body)
    return { isStarted: true }
  }),

  endpoint(promises.getDemo, async ({ ctx }) => {
    const progress = await readProgress(ctx.db)
    if (progress === null) return { status: 'none' as const, done: 0, total: 0, error: null }
    const { status, done, total, error } = progress
    return { status, done, total, error }
  }),
]
