import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'

/** Fills the new house with the demo company, in the background. */
export async function beginDemo(_ctx: Context): Promise<void> {
  throw new Problem('not-ready', 'The demo company cannot be made yet.', {
    mend: 'Your house is set up and empty: sign in.',
  })
}
