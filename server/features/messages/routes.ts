import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { followed } from '../people/follow-redirect.ts'
import { approveMessage } from './approve-message.ts'
import * as promises from './contract.ts'
import { getMessageHouse } from './get-message-house.ts'
import { getMessagesFor } from './get-messages-for.ts'
import { readMessageVersions } from './queries.ts'
import { saveMessageHouse } from './save-message-house.ts'
import { changeMessage, createMessage, noSuchMessage } from './write-message.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getMessageHouse, ({ ctx }) => getMessageHouse(ctx)),
  endpoint(promises.saveMessageHouse, ({ ctx, body }) => saveMessageHouse(ctx, body)),
  endpoint(promises.createMessage, ({ ctx, caller, body }) => createMessage(ctx, caller.id, body)),
  endpoint(promises.changeMessage, ({ ctx, caller, params, body: { version, ...content } }) =>
    changeMessage(ctx, caller.id, { id: params.messageId, version, content }),
  ),
  endpoint(promises.approveMessage, ({ ctx, caller, params, body }) =>
    approveMessage(ctx, caller.id, { id: params.messageId, version: body.version }),
  ),
  endpoint(promises.archiveMessage, async ({ ctx, params }) => {
    const { rowCount } = await ctx.db.query(
      'update messages set archived_at = $2 where message_id = $1 and archived_at is null',
      [params.messageId, new Date(ctx.now())],
    )
    if (rowCount === 0) throw noSuchMessage()
  }),
  endpoint(promises.listMessageVersions, async ({ ctx, params }) => {
    const versions = await readMessageVersions(ctx.db, params.messageId)
    if (versions.length === 0) throw noSuchMessage()
    return { versions }
  }),
  endpoint(promises.getMessagesFor, ({ ctx, params }) =>
    followed(ctx.db, params.personId, (personId) => getMessagesFor(ctx, personId)),
  ),
]
