import { completenessOf } from '@ensemble/engine/needs/judge-message.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { getMessageHouse as promise } from './contract.ts'
import { asHouseMessage, readMessages, readPillars, readRoof, rolesOfPeople } from './queries.ts'
import { todayOf } from './today-of.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

/** The whole house, with what it lacks. */
export async function getMessageHouse(ctx: Context): Promise<View> {
  const today = await todayOf(ctx)
  const [roof, pillars, messages, personas] = await Promise.all([
    readRoof(ctx.db),
    readPillars(ctx.db),
    readMessages(ctx.db, today),
    rolesOfPeople(ctx.db),
  ])
  const completeness = completenessOf(
    pillars.map((pillar) => pillar.id),
    messages.map(asHouseMessage),
    today,
  )
  return { roof, pillars, messages, completeness, personas }
}
