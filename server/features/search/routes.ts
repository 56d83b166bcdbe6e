import { reading } from '../../db/reading.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { findDeals } from './find-deals.ts'
import { planSearch } from './plan-search.ts'
import { findAccounts, findByLikeness, findPeople, findUsers, readPeople } from './queries.ts'

/** Shorter words are like almost anything. */
const SHORTEST_FORGIVEN = 4
/** People come first: a company with many deals does not push them away. */
const MOST_DEALS = 6

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.search, async ({ ctx, query }) => {
    const plan = planSearch(query.q)
    if (plan.text === '') return { people: [], deals: [], accounts: [], users: [] }
    const [found, deals] = await Promise.all([
      reading(ctx, async (db) => {
        const [ids, accounts, users] = await Promise.all([
          findPeople(db, plan, query.limit),
          findAccounts(db, plan, query.limit),
          findUsers(db, plan, query.limit),
        ])
        return { people: await readPeople(db, ids), accounts, users }
      }),
      findDeals(ctx.db, plan, Math.min(query.limit, MOST_DEALS)),
    ])
    const isNothing = found.people.length === 0 && deals.length === 0 && found.accounts.length === 0
    if (!isNothing || plan.text.length < SHORTEST_FORGIVEN) return { ...found, deals }
    const like = await findByLikeness(ctx.db, plan, query.limit)
    return { ...found, deals, people: await reading(ctx, (db) => readPeople(db, like)) }
  }),
]
