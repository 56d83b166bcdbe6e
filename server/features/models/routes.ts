import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import * as promises from './contract.ts'
import { findLearnedScore, listLearnedScores } from './queries.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listModels, async ({ ctx }) => ({ scores: await listLearnedScores(ctx.db) })),
  endpoint(promises.getModel, async ({ ctx, params }) => {
    const found = await findLearnedScore(ctx.db, params.name)
    if (found !== null) return found
    throw new Problem('not-found', `There is no learned score "${params.name}".`, {
      mend: 'Look at the list of learned scores.',
    })
  }),
]
