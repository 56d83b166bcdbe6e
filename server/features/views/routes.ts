import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { listViews } from './list-views.ts'
import { removeView } from './remove-view.ts'
import { saveView } from './save-view.ts'
import { setDefaultView } from './set-default-view.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listViews, async ({ ctx, caller }) => ({ views: await listViews(ctx.db, caller.id) })),
  endpoint(promises.saveView, async ({ ctx, caller, params, body }) => saveView(ctx, caller, params.viewId, body)),
  endpoint(promises.removeView, async ({ ctx, caller, params }) => removeView(ctx, caller, params)),
  endpoint(promises.setDefaultView, async ({ ctx, caller, params, body }) =>
    setDefaultView(ctx, caller, params.page, body.viewId),
  ),
]
