import type { CompiledAgreement, ExpressionContext } from '../agreement/compiled.ts'
import { isRecord } from '../cel/known.ts'
import { listOf, territoryOf } from './places.ts'
import type { RosterPerson } from './roster.ts'

/** Somebody who works here and is not away at that moment. */
export function isThere(person: RosterPerson, atMs: number): boolean {
  return person.isActive && !person.away.some((each) => each.from <= atMs && atMs < each.to)
}

/**
 * What routing conditions see besides the lead: who owns the company and whether they are there, the list of named accounts
 * the company stands in, and the territory. They are not part of a person's story, so other clauses cannot read them.
 */
export function routingContext(
  agreement: CompiledAgreement,
  context: ExpressionContext,
  owner: RosterPerson | null,
  atMs: number,
): ExpressionContext {
  const account = isRecord(context.account) ? context.account : {}
  const person = isRecord(context.person) ? context.person : {}
  return {
    ...context,
    account: {
      ...account,
      is_owned: owner !== null,
      owner: { is_working: owner !== null && isThere(owner, atMs) },
      named_in: listOf(agreement.namedAccounts, account, person) ?? undefined,
    },
    territory: territoryOf(agreement.territories, account, person) ?? undefined,
  }
}
