import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { addConversation } from './add-conversation.ts'
import { changeConversation } from './change-conversation.ts'
import * as promises from './contract.ts'
import { getConversation } from './get-conversation.ts'
import { getTalk } from './get-talk.ts'
import { listConversations } from './list-conversations.ts'
import { periodOf } from './period-of.ts'
import { readPhraseLists, savePhraseLists } from './phrase-lists.ts'
import { previewConversations } from './preview-conversations.ts'
import { receiveConversation } from './receive-conversation.ts'
import { removeConversation } from './remove-conversation.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.previewConversations, async ({ ctx, request }) => previewConversations(ctx, request)),
  endpoint(promises.addConversation, async ({ ctx, caller, params, request }) =>
    addConversation(ctx, caller, params.personId, request),
  ),
  endpoint(promises.receiveConversation, async ({ ctx, caller, body }) => receiveConversation(ctx, caller, body)),
  endpoint(promises.listConversations, async ({ ctx, query }) =>
    listConversations(ctx.db, { ...query, zone: (await readHouseSettings(ctx.db)).zone }),
  ),
  endpoint(promises.getConversation, async ({ ctx, caller, params }) =>
    getConversation(ctx, caller, params.conversationId),
  ),
  endpoint(promises.changeConversation, async ({ ctx, caller, params, body }) =>
    changeConversation(ctx, caller, params.conversationId, body),
  ),
  endpoint(promises.removeConversation, async ({ ctx, caller, params, query }) =>
    removeConversation(ctx, caller, params.conversationId, query.what),
  ),
  endpoint(promises.getTalk, async ({ ctx, query }) =>
    getTalk(ctx.db, { ...(await periodOf(ctx, query)), callKind: query.callKind }),
  ),
  endpoint(promises.getPhraseLists, async ({ ctx }) => ({ lists: await readPhraseLists(ctx.db) })),
  endpoint(promises.savePhraseLists, async ({ ctx, body }) => savePhraseLists(ctx, body.lists)),
]
