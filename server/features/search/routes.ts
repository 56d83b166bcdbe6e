import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { planSearch } from './plan-search.ts'
import { findAccounts, findByKey, findByLikeness, findByWords, findUsers, readPeople } from './queries.ts'

/** Shorter words are like almost anything. */
const SHORTEST_FORGIVEN = 4

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.search, async ({ ctx, query }) => {
    const plan = planSearch(query.q)
    if (plan.text === '') return { people: [], accounts: [], users: [] }
    const [byKey, byWords, accounts, users] = await Promise.all([
      findByKey(ctx.db, plan, query.limit),
      findByWords(ctx.db, plan, query.limit),
      findAccounts(ctx.db, plan, query.limit),
      findUsers(ctx.db, plan, query.limit),
    ])
    const exact = [...new Set([...byKey, ...byWords])]
    const isForgiving = exact.length === 0 && accounts.length === 0 && plan.text.length >= SHORTEST_FORGIVEN
    const found = isForgiving ? await findByLikeness(ctx.db, plan, query.limit) : exact
    return { people: await readPeople(ctx.db, found.slice(0, query.limit)), accounts, users }
  }),
]
