import { reading } from '../../db/reading.ts'
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
    const found = await reading(ctx, async (db) => {
      const [ids, accounts, users] = await Promise.all([
        findPeople(db, plan, query.limit),
        findAccounts(db, plan, query.limit),
        findUsers(db, plan, query.limit),
      ])
      return { people: await readPeople(db, ids), accounts, users }
    })
    const isNothing = found.people.length === 0 && found.accounts.length === 0
    if (!isNothing || plan.text.length < SHORTEST_FORGIVEN) return found
    const like = await findByLikeness(ctx.db, plan, query.limit)
    return { ...found, people: await reading(ctx, (db) => readPeople(db, like)) }
  }),
]
