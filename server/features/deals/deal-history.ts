import { FACT_KINDS, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { mayRecord } from '../facts/policy.ts'
import type { getDeal } from './contract.ts'

type View = z.output<NonNullable<(typeof getDeal)['response']>>
type Row = {
  fact_id: string
  kind: string
  occurred_at: Date
  recorded_at: Date
  actor: string | null
  actor_name: string | null
  source: string
  data: Record<string, unknown>
  is_retracted: boolean
}

const DEAL_KINDS = Object.keys(FACT_KINDS).filter((kind) => isFactKind(kind) && FACT_KINDS[kind].side === 'deal')
const UNDO_MS = 24 * 3_600_000

/** Every fact of a deal, newest first. */
export async function readDealFacts(db: Queryable, personId: string, dealId: string): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `select f.fact_id, f.kind, f.occurred_at, f.recorded_at, f.actor, u.name as actor_name, f.source, f.data,
       exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text) as is_retracted
     from facts f left join users u on u.id = f.actor
     where f.person_id = $1 and f.kind = any($3::text[]) and f.data->>'deal' = $2
     order by f.occurred_at desc, f.recorded_at desc, f.fact_id desc limit 500`,
    [personId, dealId, DEAL_KINDS],
  )
  return rows
}

function mayRetract(row: Row, caller: Caller, nowMs: number): boolean {
  if (row.is_retracted || !isFactKind(row.kind) || caller.role === 'viewer') return false
  if (caller.role === 'admin' || caller.role === 'manager') return true
  return row.actor === caller.id && nowMs - row.recorded_at.getTime() <= UNDO_MS && mayRecord(caller.role, row.kind)
}

/** The history as the page shows it. */
export function historyOf(rows: readonly Row[], caller: Caller, nowMs: number): View['history'] {
  return rows.map((row) => ({
    factId: row.fact_id,
    kind: row.kind,
    at: row.occurred_at.toISOString(),
    by: row.actor === null ? null : { id: row.actor, name: row.actor_name ?? '' },
    source: row.source,
    data: row.data,
    isRetracted: row.is_retracted,
    mayRetract: mayRetract(row, caller, nowMs),
  }))
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What proves a win: signatures and payments that stand. */
export function proofOf(rows: readonly Row[]): Pick<View, 'contracts' | 'payments'> {
  const standing = rows.filter((row) => !row.is_retracted)
  return {
    contracts: standing.flatMap(({ kind, fact_id, occurred_at, data }) =>
      kind !== 'contract.signed'
        ? []
        : [
            {
              factId: fact_id,
              at: occurred_at.toISOString(),
              signedOn: textOf(data.signedOn),
              signatories: Array.isArray(data.signatories)
                ? data.signatories.filter((each) => typeof each === 'string')
                : [textOf(data.signedBy)].filter((each) => each !== null),
              documentId: textOf(data.document),
            },
          ],
    ),
    payments: standing.flatMap(({ kind, fact_id, occurred_at, data }) =>
      kind !== 'payment.received'
        ? []
        : [
            {
              factId: fact_id,
              at: occurred_at.toISOString(),
              amountCents: typeof data.amountCents === 'number' ? data.amountCents : null,
              currency: textOf(data.currency),
              reference: textOf(data.reference),
            },
          ],
    ),
  }
}
