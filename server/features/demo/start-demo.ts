import type { Context } from '../../context.ts'
import { beginDemo, type DemoInput } from './begin-demo.ts'
import { enqueueDemo } from './enqueue-demo.ts'

/** Has the demo company made in the background. Refused where leads are. */
export async function startDemo(ctx: Context, input: DemoInput): Promise<void> {
  await beginDemo(ctx.db, input, ctx.now(), enqueueDemo)
}
