import { FACT_KINDS, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { incomingFact } from './contract.ts'
import { mayRecord, whyNot } from './policy.ts'
import { normalEmail, normalPhone } from './prepare-facts.ts'

type Asked = z.output<typeof incomingFact>
/** A slip is taken back by whoever made it within this time; later only a manager may. */
const UNDO_MS = 24 * 3_600_000

/** Whose lead each fact is about; for a deal that is the caller's own, the caller. */
async function ownersOf(ctx: Context, caller: Caller, facts: readonly Asked[]): Promise<(string | null)[]> {
  const ids = facts.map((fact) => fact.who.personId ?? null)
  const { rows } = await ctx.db.query<{ place: number; owner: string | null }>(
    `select k.place::int, case when d.is_own then $6 else l.owner end as owner
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as k(person_id, email, external, phone, deal, place)
     left join lateral (
       select person_id from identities
       where k.person_id is null and ((kind = 'email' and value = k.email) or (kind = 'external' and value = k.external) or (kind = 'phone' and value = k.phone))
       order by array_position(array['email', 'external', 'phone'], kind) limit 1
     ) i on true
     left join lateral (
       select owner from leads where leads.person_id = coalesce(k.person_id, i.person_id) order by attempt desc limit 1
     ) l on true
     left join lateral (
       select true as is_own from deals where deals.person_id = coalesce(k.person_id, i.person_id) and deal_id = k.deal and closer = $6
     ) d on true`,
    [
      ids,
      facts.map((fact) => (fact.who.email === undefined ? null : normalEmail(fact.who.email))),
      facts.map((fact) => fact.who.externalId ?? null),
      facts.map((fact) => (fact.who.phone === undefined ? null : normalPhone(fact.who.phone))),
      facts.map((fact) => (typeof fact.data.deal === 'string' ? fact.data.deal : null)),
      caller.id,
    ],
  )
  const owners: (string | null)[] = facts.map(() => null)
  for (const row of rows) owners[row.place - 1] = row.owner
  return owners
}

async function checkRetraction(ctx: Context, caller: Caller, fact: Asked, index: number): Promise<void> {
  const { personId } = fact.who
  const target = typeof fact.data.fact === 'string' ? fact.data.fact : ''
  if (personId === undefined)
    throw new Problem('bad-request', 'Taking back needs the person whose fact it is.', {
      mend: 'Give who.personId.',
      errors: [{ where: `facts.${index}.who.personId`, what: 'is missing' }],
    })
  const { rows } = await ctx.db.query<{ kind: string; actor: string | null; recorded_at: Date }>(
    'select kind, actor, recorded_at from facts where person_id = $1 and fact_id::text = $2',
    [personId, target],
  )
  const row = rows[0]
  if (row === undefined)
    throw new Problem('not-found', 'There is no such fact in this story.', {
      mend: 'Look at the story again; it may have been moved.',
    })
  if (!isFactKind(row.kind) || FACT_KINDS[row.kind].side === 'time' || row.kind === 'fact.retracted') {
    throw new Problem('refused', `${row.kind} cannot be taken back.`, { mend: 'Only what people recorded can.' })
  }
  const isManager = caller.role === 'admin' || caller.role === 'manager'
  if (isManager) return
  if (row.actor !== caller.id)
    throw new Problem('not-allowed', 'Somebody else recorded this.', {
      mend: 'Ask them, or a manager, to take it back.',
    })
  if (ctx.now() - row.recorded_at.getTime() > UNDO_MS)
    throw new Problem('refused', 'This is more than a day old.', { mend: 'Ask a manager to take it back.' })
  if (!mayRecord(caller.role, row.kind))
    throw new Problem('not-allowed', `The role ${caller.role} may not take back ${row.kind}.`, {
      mend: 'Ask a manager.',
    })
}

/** Refuses the whole call unless the caller may record every one of these facts. */
export async function checkRights(ctx: Context, caller: Caller, facts: readonly Asked[]): Promise<void> {
  const owners = await ownersOf(ctx, caller, facts)
  const errors = facts.flatMap((fact, index) => {
    const why = whyNot(caller, fact.kind, owners[index] ?? null)
    return why === null ? [] : [{ where: `facts.${index}`, what: why }]
  })
  if (errors.length > 0) {
    throw new Problem('not-allowed', errors[0]?.what ?? '', {
      mend: 'Ask its owner or a manager. Nothing was recorded.',
      errors,
    })
  }
  for (const [index, fact] of facts.entries())
    if (fact.kind === 'fact.retracted') await checkRetraction(ctx, caller, fact, index)
}
