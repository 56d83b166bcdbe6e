import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { getPreferences } from './get-preferences.ts'
import { savePreferences } from './preferences.ts'
import { countUnread, listNotices } from './queries.ts'
import { readNotices } from './read-notices.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listNotices, async ({ ctx, caller }) => {
    const [unread, notices] = await Promise.all([countUnread(ctx.db, caller.id), listNotices(ctx.db, caller.id)])
    return { unread, notices }
  }),
  endpoint(promises.readNotices, async ({ ctx, caller, body }) => readNotices(ctx, caller, body)),
  endpoint(promises.getNoticePreferences, async ({ ctx, caller }) => getPreferences(ctx, caller)),
  endpoint(promises.setNoticePreferences, async ({ ctx, caller, body }) => savePreferences(ctx.db, caller.id, body)),
]
