import { type MayCall, mayCallAt } from '@ensemble/engine/calls/calling-hours.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import type { Context } from '../../context.ts'
import { warningsOf } from '../privacy/consents.ts'
import { calendarsOf, codeOf } from './places-of.ts'
import { readNumber } from './read-number.ts'
import { type CallSettings, readCallSettings } from './settings.ts'

export type Reach = {
  personId: string
  phone: string | null
  country: string | null
  openIn: readonly Calendar[]
  may:
    | { ok: true }
    | { ok: false; why: 'no phone' | 'unreadable number' | 'do not call' | 'wrong number' }
    | Extract<MayCall, { ok: false }>
}

type Known = { person_id: string; state: PersonState; last_outcome: string | null }

/** Whether people may be called now, and if not, why and from when. People who are not known are left out. */
export async function mayCall(
  ctx: Pick<Context, 'db' | 'now'>,
  personIds: readonly string[],
  settings?: CallSettings & { zone: string },
): Promise<Map<string, Reach>> {
  if (personIds.length === 0) return new Map()
  const [{ rows }, warnings, known] = await Promise.all([
    ctx.db.query<Known>(
      `select p.person_id, p.state, last.outcome as last_outcome from people p
       left join lateral (
         select f.data->>'outcome' as outcome from facts f where f.person_id = p.person_id and f.kind = 'call.made'
           and not exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)
           and not exists (select 1 from facts i where i.person_id = f.person_id and i.kind = 'person.identified' and i.occurred_at > f.occurred_at and i.data->'person' ? 'phone')
         order by f.occurred_at desc limit 1
       ) last on true
       where p.person_id = any($1::uuid[])`,
      [personIds],
    ),
    warningsOf(ctx.db, personIds),
    settings ?? readCallSettings(ctx.db),
  ])
  const unwanted = new Set(warnings.filter((each) => each.covers === 'phone').map((each) => each.personId))
  const nowMs = ctx.now()
  return new Map(rows.map((row) => [row.person_id, reachOf(row, known, unwanted.has(row.person_id), nowMs)]))
}

function reachOf(row: Known, settings: CallSettings & { zone: string }, isUnwanted: boolean, nowMs: number): Reach {
  const { person, account } = row.state
  const written = person.phone?.trim() ?? ''
  const home = codeOf(person.country) ?? codeOf(account.country)
  const number = written === '' ? null : readNumber(written, home ?? settings.country)
  const openIn = calendarsOf(settings, row.state, number?.country ?? null)
  const country = home ?? number?.country ?? null
  const reach = { personId: row.person_id, phone: number?.e164 ?? null, country, openIn }
  const never = (why: 'no phone' | 'unreadable number' | 'do not call' | 'wrong number'): Reach => ({
    ...reach,
    may: { ok: false, why },
  })
  if (isUnwanted) return never('do not call')
  if (written === '') return never('no phone')
  if (number === null) return never('unreadable number')
  if (row.last_outcome === 'wrong number') return never('wrong number')
  return { ...reach, may: mayCallAt(openIn, nowMs) }
}
