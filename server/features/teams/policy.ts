import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { Problem } from '../../http/problem.ts'

export function teamNameTaken(name: string): Problem {
  return new Problem('conflict', `There is already a team called "${name}".`, { mend: 'Choose another name.' })
}

export function noSuchTeam(): Problem {
  return new Problem('not-found', 'There is no such team.', { mend: 'Look at the list of teams.' })
}

/** Where the agreement names a team: as a party or as the people of a pool. */
export function placesNaming(agreement: Pick<CompiledAgreement, 'document' | 'pools'>, team: string): string[] {
  const { marketing, sales } = agreement.document.parties
  const parties = [marketing.team === team ? 'parties.marketing' : null, sales.team === team ? 'parties.sales' : null]
  const pools = [...agreement.pools.values()].map((pool) =>
    'team' in pool.people && pool.people.team === team ? `pools.${pool.name}` : null,
  )
  return [...parties, ...pools].filter((place) => place !== null)
}

/** A name the agreement in force relies on may not disappear under it. */
export function refuseWhenNamed(
  agreement: Pick<CompiledAgreement, 'document' | 'pools' | 'version'>,
  team: string,
): void {
  const places = placesNaming(agreement, team)
  if (places.length === 0) return
  throw new Problem('refused', `The agreement in force (version ${agreement.version}) names the team "${team}".`, {
    mend: 'Add the new team, move the people, sign a version that names it, then come back to this one.',
    errors: places.map((where) => ({ where, what: `names "${team}"` })),
  })
}
