import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { Stored } from './stored.ts'

/** Managers, whoever added it, and the seller whose conversation it was. */
export function mayChange(caller: Caller, row: Pick<Stored, 'added_by' | 'seller'>): boolean {
  if (caller.role === 'viewer') return false
  if (caller.role === 'admin' || caller.role === 'manager') return true
  return row.added_by === caller.id || row.seller === caller.id
}

export function refuseOthers(caller: Caller, row: Pick<Stored, 'added_by' | 'seller'>): void {
  if (mayChange(caller, row)) return
  throw new Problem('not-allowed', 'This conversation is another colleague’s.', {
    mend: 'Ask whoever added it, the seller who spoke, or a manager.',
  })
}
