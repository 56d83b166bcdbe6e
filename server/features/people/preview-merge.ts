import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { findPerson, identitiesOf } from '../leads/queries.ts'
import { contestedFields } from './contested-fields.ts'
import type { previewMerge as promise } from './contract.ts'
import { personBriefs } from './person-briefs.ts'

type Answer = z.input<NonNullable<(typeof promise)['response']>>

/** What joining `from` into `into` would do; nothing is changed. */
export async function previewMerge(ctx: Context, input: { from: string; into: string }): Promise<Answer> {
  const [into, from] = await Promise.all([findPerson(ctx.db, input.into), findPerson(ctx.db, input.from)])
  const briefs = await personBriefs(ctx.db, [input.into, input.from])
  const both = { into: briefs.get(input.into), from: briefs.get(input.from) }
  if (into === null || from === null || both.into === undefined || both.from === undefined)
    throw new Problem('not-found', 'One of these people is not there any more.', {
      mend: 'They may have been merged meanwhile: look at the queue again.',
    })
  const owners = [both.into, both.from].flatMap((each) =>
    each.outcome === 'open' && each.owner !== null ? [each.owner] : [],
  )
  return {
    into: both.into,
    from: both.from,
    fields: contestedFields(into.state, from.state),
    keys: (await identitiesOf(ctx.db, input.from)).slice(0, 50),
    deals: from.state.deals.length,
    owners: [...new Set(owners)],
  }
}
