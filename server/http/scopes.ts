import type { Contract } from './contract.ts'
import type { Caller } from './endpoint.ts'

/** Nouns that no key reaches: with them a key could make itself a better one, or take over its owner's sign-in. */
const NEVER = ['api-keys', 'write-keys', 'auth', 'setup', 'demo', 'archive']
/** Addresses that are no noun: whoever has any valid key may speak to them; what is asked there is checked there. */
const OPEN = ['mcp']

export type Scope = { noun: string; act: 'read' | 'write' }

/** What a key must be allowed for this route: its noun, and whether it only reads. Null for routes outside the API. */
export function scopeOf({ url, method, isQuestion }: Pick<Contract, 'url' | 'method' | 'isQuestion'>): Scope | null {
  const [, first = '', second = ''] = url.split('/')
  const noun = first === 'api' ? second : first
  return noun === '' ? null : { noun, act: method === 'GET' || isQuestion === true ? 'read' : 'write' }
}

/** Only administrators may call it: the wide scope `write` does not include it, it must be named. */
function isForAdmins({ roles }: Pick<Contract, 'roles'>): boolean {
  return Array.isArray(roles) && roles.length === 1 && roles[0] === 'admin'
}

/**
 * Whether these scopes cover a route. `read` and `write` cover every noun (`write` none that only administrators change),
 * `deals:read` and `deals:write` one; who may write a noun may read it.
 */
export function covers(scopes: readonly string[], contract: Pick<Contract, 'url' | 'method' | 'isQuestion' | 'roles'>) {
  const scope = scopeOf(contract)
  if (scope === null || NEVER.includes(scope.noun)) return false
  if (OPEN.includes(scope.noun)) return scopes.length > 0
  const { noun, act } = scope
  if (scopes.includes(`${noun}:write`) || scopes.includes(`${noun}:${act}`)) return true
  if (act === 'read') return scopes.includes('read') || (scopes.includes('write') && !isForAdmins(contract))
  return scopes.includes('write') && !isForAdmins(contract)
}

/** Whether this caller, with the key they came with, may call a route. The one rule for routes and for assistants. */
export function mayCall(caller: Caller, contract: Contract): boolean {
  if (!Array.isArray(contract.roles)) return contract.roles === 'public'
  if (!contract.roles.includes(caller.role)) return false
  return caller.key === undefined || covers(caller.key.scopes, contract)
}

/** Every scope that opens something, for choosing: the wide ones first, then noun by noun. */
export function scopesOf(contracts: readonly Contract[]): string[] {
  const nouns = new Set<string>()
  for (const contract of contracts) {
    if (!Array.isArray(contract.roles)) continue
    const scope = scopeOf(contract)
    if (scope === null || NEVER.includes(scope.noun) || OPEN.includes(scope.noun)) continue
    nouns.add(`${scope.noun}:read`)
    if (scope.act === 'write') nouns.add(`${scope.noun}:write`)
  }
  return ['read', 'write', ...[...nouns].sort()]
}
