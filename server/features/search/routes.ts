import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { planSearch } from './plan-search.ts'
import { findAccounts, findByLikeness, findPeople, findUsers, readPeople } from './queries.ts'

/** Shorter words are like almost anything. */
const SHORTEST_FORGIVEN = 4

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.search, async ({ ctx, query }) => {
    const plan = planSearch(query.q)
    if (plan.text === '') return { people: [], accounts: [], users: [] }
    const [people, accounts, users] = await Promise.all([
      findPeople(ctx.db, plan, query.limit),
      findAccounts(ctx.db, plan, query.limit),
      findUsers(ctx.db, plan, query.limit),
    ])
    const isForgiving = people.length === 0 && accounts.length === 0 && plan.text.length >= SHORTEST_FORGIVEN
    const found = isForgiving ? await findByLikeness(ctx.db, plan, query.limit) : people
    return { people: await readPeople(ctx.db, found), accounts, users }
  }),
]
