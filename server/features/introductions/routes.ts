import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { askIntroduction, changeIntroduction } from './ask-introduction.ts'
import * as promises from './contract.ts'
import { countEffect, listEvents } from './count-effect.ts'
import { readIntroductions } from './read-introductions.ts'
import { listTies, removeTie, saveTie } from './save-tie.ts'
import { whoCanIntroduce } from './who-can-introduce.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.whoCanIntroduce, ({ ctx, caller, params }) => whoCanIntroduce(ctx, caller, params.personId)),
  endpoint(promises.listTies, ({ ctx, caller, query }) => listTies(ctx, caller, query)),
  endpoint(promises.saveTie, ({ ctx, caller, body }) => saveTie(ctx, caller, body)),
  endpoint(promises.removeTie, ({ ctx, caller, params }) => removeTie(ctx, caller, params.tieId)),
  endpoint(promises.listIntroductions, async ({ ctx, caller, query }) => ({
    introductions: await readIntroductions(ctx.db, caller, { status: query.status ?? null, limit: query.limit }),
    effect: await countEffect(ctx),
  })),
  endpoint(promises.askIntroduction, ({ ctx, caller, body }) => askIntroduction(ctx, caller, body)),
  endpoint(promises.changeIntroduction, ({ ctx, caller, params, body }) =>
    changeIntroduction(ctx, caller, params.introductionId, body),
  ),
  endpoint(promises.listEvents, ({ ctx }) => listEvents(ctx)),
]
