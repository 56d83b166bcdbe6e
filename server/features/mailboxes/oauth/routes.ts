import { type Endpoint, endpoint } from '../../../http/endpoint.ts'
import { getMailboxView } from '../list-mailboxes.ts'
import * as promises from '../sign-in-contract.ts'
import { beginSignIn, redirectUrlOf } from './begin-sign-in.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { listProviders, removeProvider, saveProvider } from './save-provider.ts'

export const SIGN_IN_ENDPOINTS: Endpoint[] = [
  endpoint(promises.beginMailboxSignIn, async ({ ctx, caller, body }) => beginSignIn(ctx, caller, body)),
  endpoint(promises.finishMailboxSignIn, async ({ ctx, caller, body }) =>
    getMailboxView(ctx, caller, await finishSignIn(ctx, caller, body)),
  ),
  endpoint(promises.listMailboxProviders, async ({ ctx }) => ({
    redirectUrl: redirectUrlOf(ctx),
    providers: await listProviders(ctx.db),
  })),
  endpoint(promises.saveMailboxProvider, async ({ ctx, params, body }) => saveProvider(ctx, { ...body, ...params })),
  endpoint(promises.removeMailboxProvider, async ({ ctx, params }) => removeProvider(ctx.db, params.provider)),
]
