import { reading } from '../../db/reading.ts'
import { readCursor } from '../../http/cursor.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { readStory } from '../leads/get-story.ts'
import { lookAtAccount } from '../leads/look-at-story.ts'
import { changeAccount, noSuchAccount } from './change-account.ts'
import * as promises from './contract.ts'
import { accountPlace, findAccount, namesOfAccount, readAccounts } from './queries.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listAccounts, async ({ ctx, query }) =>
    reading(ctx, (db) => readAccounts(db, readCursor(query.after, accountPlace), query.limit)),
  ),
  endpoint(promises.getAccount, async ({ ctx, params }) => {
    const account = await findAccount(ctx, params.accountId)
    if (account === null) throw noSuchAccount()
    return account
  }),
  endpoint(promises.getAccountStory, async ({ ctx, caller, params, query }) => {
    const names = await reading(ctx, (db) => namesOfAccount(db, params.accountId))
    if (names === null) throw noSuchAccount()
    const personIds = query.person === undefined ? [...names.keys()] : [query.person].filter((id) => names.has(id))
    return readStory(ctx, caller, { personIds, names, query })
  }),
  endpoint(promises.lookAtAccount, ({ ctx, caller, params }) => lookAtAccount(ctx, caller, params.accountId)),
  endpoint(promises.changeAccount, async ({ ctx, params, body }) => changeAccount(ctx, { ...body, ...params })),
]
