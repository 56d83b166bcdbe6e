import type { Context } from '../../context.ts'
import { startDemo } from '../demo/start-demo.ts'

const LEADS = 5_000
const SEED = 7

/** Fills the new house with the demo company, in the background. */
export async function beginDemo(ctx: Context): Promise<void> {
  await startDemo(ctx, { leads: LEADS, seed: SEED })
}
