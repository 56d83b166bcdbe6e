import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { findPeople, MOST_ON_LIST } from './find-people.ts'
import type { previewCallList } from './sessions-contract.ts'
import type { Filter } from './shapes.ts'

type View = z.input<NonNullable<(typeof previewCallList)['response']>>

const SAMPLE = 5

/** What a list would hold, before there is one. */
export async function previewList(ctx: Context, caller: Caller, filter: Filter): Promise<View> {
  const { callable, leftOut, isCut } = await findPeople(ctx, caller, filter)
  const held = callable.slice(0, MOST_ON_LIST)
  const now = held.filter(({ reach }) => reach.may.ok).length
  const groups = [...leftOut].map(([why, { count, people }]) => ({ why, count, people }))
  return {
    total: callable.length + groups.reduce((sum, { count }) => sum + count, 0),
    isCut: isCut || callable.length > MOST_ON_LIST,
    callable: held.length,
    now,
    later: held.length - now,
    leftOut: groups.sort((a, b) => b.count - a.count),
    sample: held.slice(0, SAMPLE).map(({ personId, name, company }) => ({ personId, name, company })),
  }
}
