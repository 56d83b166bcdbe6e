import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { calendarOf } from '../users/calendar-of.ts'
import type { assignLeads as promise } from './contract.ts'

type Input = z.output<NonNullable<(typeof promise)['body']>>
type Colleague = { name: string; role: string; side: string | null; is_active: boolean; away_until: Date | null }

async function readColleague(ctx: Context, id: string): Promise<Colleague | undefined> {
  const { rows } = await ctx.db.query<Colleague>(
    `select u.name, u.role, t.side, u.is_active,
            (select max(a.ends_at) from absences a where a.user_id = u.id and a.starts_at <= $2 and a.ends_at > $2) as away_until
       from users u left join teams t on t.team_id = u.team_id where u.id = $1`,
    [id, new Date(ctx.now())],
  )
  return rows[0]
}

/** Why this colleague should not be given a lead now; null when they may. What `isConfirmed` cannot mend is thrown. */
function whyNotNow({ name, role, side, is_active, away_until }: Colleague, isFrench: boolean): string | null {
  if (role === 'viewer' || role === 'marketer' || side === 'marketing')
    throw new Problem(
      'refused',
      isFrench ? `${name} ne travaille pas les prospects.` : `${name} does not work leads.`,
      { mend: isFrench ? 'Choisissez un commercial ou un responsable.' : 'Choose a seller or a manager of sales.' },
    )
  if (!is_active) return isFrench ? `${name} n’est plus là.` : `${name} is no longer here.`
  if (away_until === null) return null
  const until = away_until.toISOString()
  return isFrench ? `${name} est absent jusqu’au ${until}.` : `${name} is away until ${until}.`
}

/**
 * Gives leads to somebody by hand: a fact of the manager with their reason, and the clocks start anew in the working time of
 * whoever gets them. Somebody away or gone is refused unless the manager says so twice.
 */
export async function assignLeads(
  ctx: Context,
  caller: Caller,
  input: Input,
): Promise<{ facts: { factId: string; personId: string }[] }> {
  const isFrench = caller.locale === 'fr'
  const colleague = await readColleague(ctx, input.to)
  if (colleague === undefined)
    throw new Problem('not-found', isFrench ? 'Ce collègue n’existe pas.' : 'There is no such colleague.', {
      mend: isFrench ? 'Choisissez dans la liste.' : 'Choose from the list of people.',
    })
  const why = whyNotNow(colleague, isFrench)
  if (why !== null && !input.isConfirmed)
    throw new Problem('conflict', why, {
      mend: isFrench ? 'Confirmez, ou choisissez quelqu’un d’autre.' : 'Confirm it, or choose somebody else.',
      errors: [{ where: 'body.to', what: 'is away or inactive', mend: 'isConfirmed: true' }],
    })
  const nowMs = ctx.now()
  const calendar = await calendarOf(ctx.db, input.to, ctx.agreements.at(nowMs).calendar, nowMs)
  const recorded = await recordFacts(
    ctx,
    [...new Set(input.personIds)].map((personId) => ({
      kind: 'lead.assigned',
      at: nowMs,
      messageId: `assigned:${newId(nowMs)}`,
      source: 'app',
      actor: caller.id,
      isHistory: false,
      who: { personId },
      touch: null,
      data: { to: input.to, note: input.note, calendar, ...(why === null ? {} : { isConfirmed: true }) },
    })),
    { onRefused: 'throw', language: caller.locale ?? 'en' },
  )
  return { facts: recorded.map(({ factId, personId }) => ({ factId, personId })) }
}
