import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { userRef } from '../../http/shapes.ts'

/** Pages whose filters can be kept. */
export const viewPage = z.enum(['today', 'people', 'deals list'])

const name = z.string().trim().min(1).max(80)
/** What follows the path of an address, as the browser writes it: `?stage=qualified&owner=me`. */
const search = z
  .string()
  .max(2_000)
  .regex(/^(\?[\x21-\x7e]*)?$/, 'is the part of an address from "?" on, percent-encoded, or empty')
  .refine((value) => !value.includes('#'), 'holds no "#"')

export const listViews = contract({
  id: 'listViews',
  method: 'GET',
  url: '/api/views',
  summary: 'Saved views: yours and those shared with everybody, by name; and with which one a page opens for you.',
  roles: EVERYONE,
  response: z.object({
    views: z.array(
      z
        .object({
          id: z.uuid(),
          page: viewPage,
          name: z.string(),
          search: z.string(),
          isShared: z.boolean(),
          owner: userRef,
          isMine: z.boolean(),
          /** The page opens with it for you. */
          isDefault: z.boolean(),
        })
        .meta({ id: 'SavedView' }),
    ),
  }),
})

export const saveView = contract({
  id: 'saveView',
  method: 'PUT',
  url: '/api/views/:viewId',
  summary:
    'Keeps a view of yours under an id of your choice: made when it is new, else changed. Its name is one of its page’s among yours.',
  roles: NOT_VIEWERS,
  params: z.object({ viewId: z.uuid() }),
  body: z.object({ page: viewPage, name, search, isShared: z.boolean().default(false) }),
  response: null,
  status: 204,
})

export const removeView = contract({
  id: 'removeView',
  method: 'DELETE',
  url: '/api/views/:viewId',
  summary: 'Removes a view of yours; administrators also remove what others have shared.',
  roles: NOT_VIEWERS,
  params: z.object({ viewId: z.uuid() }),
  response: null,
  status: 204,
})

export const setDefaultView = contract({
  id: 'setDefaultView',
  method: 'PUT',
  url: '/api/views/defaults/:page',
  summary: 'Opens a page with this view for you from now on; with null as the page itself would.',
  roles: NOT_VIEWERS,
  params: z.object({ page: viewPage }),
  body: z.object({ viewId: z.uuid().nullable() }),
  response: null,
  status: 204,
})
