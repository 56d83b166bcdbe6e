import { rankMessages } from '@ensemble/engine/needs/rank-messages.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { findPerson } from '../leads/queries.ts'
import { readNeeds } from '../needs/need-views.ts'
import type { getMessagesFor as promise } from './contract.ts'
import { asHouseMessage, lastUses, readMessages } from './queries.ts'
import { todayOf } from './today-of.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

const AT_MOST = 6

/** What to say to somebody now, best first, each with the reason it fits. */
export async function getMessagesFor(ctx: Context, personId: string): Promise<View> {
  const row = await findPerson(ctx.db, personId)
  if (row === null)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody; search for them.',
    })
  const today = await todayOf(ctx)
  const [messages, needs, uses] = await Promise.all([
    readMessages(ctx.db, today),
    readNeeds(ctx.db, [personId]),
    lastUses(ctx.db, personId),
  ])
  const { person, attempt } = row.state
  const ranked = rankMessages(
    messages.map(asHouseMessage),
    {
      role: person.role ?? null,
      stage: attempt?.stage ?? null,
      language: person.language ?? null,
      needs: needs.get(personId) ?? [],
    },
    today,
  )
  const byId = new Map(messages.map((message) => [message.id, message]))
  return {
    messages: ranked.slice(0, AT_MOST).flatMap(({ id, points, proof, reasons }) => {
      const view = byId.get(id)
      if (view === undefined) return []
      const { message, driver, objections, language } = view
      return [{ id, message, driver, proof, objections, language, points, reasons, usedAt: uses.get(id) ?? null }]
    }),
  }
}
