import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { reading } from '../../db/reading.ts'
import { prepared } from '../../db/together.ts'
import { Problem } from '../../http/problem.ts'
import { readGroupDeals, readMembers, readMissingRoles } from '../accounts/buying-group.ts'
import type { getCircle as promise } from './contract.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

/** Whoever else of the same company is known, who of us has them, and what is going on there. */
export async function getCircle(ctx: Context, personId: string): Promise<View> {
  const around = await reading(ctx, async (db) => {
    const { rows } = await db.query<{ account_id: string | null }>({
      ...prepared(db, 'company of a person'),
      text: 'select account_id from people where person_id = $1',
      values: [personId],
    })
    const [person] = rows
    if (person === undefined || person.account_id === null) return { person, people: [], deals: [] }
    const members = await readMembers(db, person.account_id, ctx.now())
    const people = members.filter((one) => one.personId !== personId)
    const ids = people.map((one) => one.personId)
    return { person, members, people, deals: await readGroupDeals(db, ids) }
  })
  const { person, members = [], people, deals } = around
  if (person === undefined)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody; search for them.',
    })
  if (person.account_id === null) return { accountId: null, people, missing: [], deals }
  const missing = await readMissingRoles(ctx, person.account_id, members)
  return { accountId: person.account_id, people, missing, deals: deals.filter((deal) => deal.status === 'open') }
}
