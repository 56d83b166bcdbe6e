import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { allowAddress } from './allow-address.ts'
import * as promises from './contract.ts'
import { forgetMail } from './forget-mail.ts'
import { getMail } from './get-mail.ts'
import { listMails } from './list-mails.ts'
import { setMail } from './set-mail.ts'
import { testMail } from './test-mail.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getMail, async ({ ctx }) => getMail(ctx)),
  endpoint(promises.setMail, async ({ ctx, body }) => {
    await setMail(ctx, body)
    return getMail(ctx)
  }),
  endpoint(promises.forgetMail, async ({ ctx }) => forgetMail(ctx)),
  endpoint(promises.testMail, async ({ ctx, caller }) => testMail(ctx, caller)),
  endpoint(promises.listMails, async ({ ctx, query }) => listMails(ctx.db, query)),
  endpoint(promises.allowAddress, async ({ ctx, body }) => allowAddress(ctx, body)),
]
