import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { changeTeam } from './change-team.ts'
import * as promises from './contract.ts'
import { createTeam } from './create-team.ts'
import { listTeams } from './queries.ts'
import { removeTeam } from './remove-team.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listTeams, async ({ ctx }) => ({ teams: await listTeams(ctx.db) })),
  endpoint(promises.createTeam, async ({ ctx, body }) => createTeam(ctx, body)),
  endpoint(promises.changeTeam, async ({ ctx, params, body }) => changeTeam(ctx, { ...params, ...body })),
  endpoint(promises.removeTeam, async ({ ctx, params }) => removeTeam(ctx, params)),
]
