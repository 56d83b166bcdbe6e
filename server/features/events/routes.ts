import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { previewRead } from '../cards/take-cards.ts'
import { addGuests, removeGuest } from './add-guests.ts'
import * as promises from './contract.ts'
import { viewEvent } from './read-event.ts'
import { readGuests } from './read-guests.ts'
import { changeEvent, createEvent } from './save-event.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getEvent, ({ ctx, caller, params }) => viewEvent(ctx, caller, params.eventId)),
  endpoint(promises.createEvent, async ({ ctx, caller, body }) =>
    viewEvent(ctx, caller, await createEvent(ctx, caller, body)),
  ),
  endpoint(promises.changeEvent, async ({ ctx, caller, params, body }) => {
    await changeEvent(ctx, caller, params.eventId, body)
    return viewEvent(ctx, caller, params.eventId)
  }),
  endpoint(promises.previewGuests, async ({ ctx, body }) => {
    const { cards, refused } = await previewRead(ctx, readGuests(body.text))
    return { guests: cards, refused }
  }),
  endpoint(promises.addGuests, ({ ctx, caller, params, body }) => addGuests(ctx, caller, params.eventId, body)),
  endpoint(promises.removeGuest, ({ ctx, caller, params }) => removeGuest(ctx, caller, params)),
]
