import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { calendarOf } from './calendar-of.ts'
import { openLeadsOf } from './queries.ts'

const BATCH = 500

/** Tells every open lead of a person that its owner works at other times now, so that its clocks are set anew. */
export async function tellCalendar(ctx: Context, userId: string): Promise<void> {
  const at = ctx.now()
  const leads = await openLeadsOf(ctx.db, userId)
  if (leads.length === 0) return
  const calendar = await calendarOf(ctx.db, userId, ctx.agreements.at(at).calendar, at)
  const people = [...new Set(leads.map((lead) => lead.personId))]
  for (let from = 0; from < people.length; from += BATCH) {
    await recordFacts(
      ctx,
      people.slice(from, from + BATCH).map((personId) => ({
        kind: 'owner.calendar_changed',
        at,
        messageId: `calendar:${newId(at)}`,
        source: 'roster',
        actor: null,
        isHistory: false,
        who: { personId },
        touch: null,
        data: { owner: userId, calendar },
      })),
      { onRefused: 'report' },
    )
  }
}
