import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import * as promises from './contract.ts'
import { readCursor } from './cursor.ts'
import { findAccount, readAccounts } from './queries.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listAccounts, async ({ ctx, query }) => readAccounts(ctx.db, readCursor(query.after), query.limit)),
  endpoint(promises.getAccount, async ({ ctx, params }) => {
    const account = await findAccount(ctx.db, params.accountId)
    if (account === null)
      throw new Problem('not-found', 'There is no such company.', { mend: 'Search for it by name.' })
    return account
  }),
]
