import { FACT_KINDS, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import type { z } from 'zod'
import type { Caller } from '../../http/endpoint.ts'
import { mayRecord } from '../facts/policy.ts'
import type { getDeal } from './deal-contract.ts'

type View = z.output<NonNullable<(typeof getDeal)['response']>>
/** A fact as it is read for the history. */
export type HistoryCells = [
  factId: string,
  kind: string,
  at: string,
  recordedMs: number,
  actor: string | null,
  actorName: string | null,
  source: string,
  data: Record<string, unknown>,
  isRetracted: boolean,
]

export const DEAL_KINDS = Object.keys(FACT_KINDS).filter((kind) => isFactKind(kind) && FACT_KINDS[kind].side === 'deal')
const UNDO_MS = 24 * 3_600_000

function mayRetract(
  [, kind, , recordedMs, actor, , , , isRetracted]: HistoryCells,
  caller: Caller,
  nowMs: number,
): boolean {
  if (isRetracted || !isFactKind(kind) || caller.role === 'viewer') return false
  if (caller.role === 'admin' || caller.role === 'manager') return true
  return actor === caller.id && nowMs - recordedMs <= UNDO_MS && mayRecord(caller.role, kind)
}

/** The history as the page shows it, newest first. */
export function historyOf(rows: readonly HistoryCells[], caller: Caller, nowMs: number): View['history'] {
  return rows.map((row) => {
    const [factId, kind, at, , actor, actorName, source, data, isRetracted] = row
    return {
      factId,
      kind,
      at,
      by: actor === null ? null : { id: actor, name: actorName ?? '' },
      source,
      data,
      isRetracted,
      mayRetract: mayRetract(row, caller, nowMs),
    }
  })
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What proves a win: signatures and payments that stand. */
export function proofOf(rows: readonly HistoryCells[]): Pick<View, 'contracts' | 'payments'> {
  const standing = rows.flatMap(([factId, kind, at, , , , , data, isGone]) =>
    isGone ? [] : [{ factId, kind, at, data }],
  )
  return {
    contracts: standing.flatMap(({ kind, factId, at, data }) =>
      kind !== 'contract.signed'
        ? []
        : [
            {
              factId,
              at,
              signedOn: textOf(data.signedOn),
              signatories: Array.isArray(data.signatories)
                ? data.signatories.filter((each) => typeof each === 'string')
                : [textOf(data.signedBy)].filter((each) => each !== null),
              documentId: textOf(data.document),
            },
          ],
    ),
    payments: standing.flatMap(({ kind, factId, at, data }) =>
      kind !== 'payment.received'
        ? []
        : [
            {
              factId,
              at,
              amountCents: typeof data.amountCents === 'number' ? data.amountCents : null,
              currency: textOf(data.currency),
              reference: textOf(data.reference),
            },
          ],
    ),
  }
}
