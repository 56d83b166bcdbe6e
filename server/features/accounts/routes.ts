import { readCursor } from '../../http/cursor.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { changeAccount, noSuchAccount } from './change-account.ts'
import * as promises from './contract.ts'
import { accountPlace, findAccount, readAccounts } from './queries.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listAccounts, async ({ ctx, query }) =>
    readAccounts(ctx.db, readCursor(query.after, accountPlace), query.limit),
  ),
  endpoint(promises.getAccount, async ({ ctx, params }) => {
    const account = await findAccount(ctx.db, params.accountId)
    if (account === null) throw noSuchAccount()
    return account
  }),
  endpoint(promises.changeAccount, async ({ ctx, params, body }) => changeAccount(ctx, { ...body, ...params })),
]
