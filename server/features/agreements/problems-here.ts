import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { lineFinder } from '@ensemble/engine/agreement/line-finder.ts'
import { type AgreementProblem, clauseOn, type DocumentPath } from '@ensemble/engine/agreement/problem.ts'
import { nearestName } from '@ensemble/engine/cel/nearest-name.ts'
import type { Queryable } from '../../db/queryable.ts'

type Named = { path: DocumentPath; name: string }

function namedTeams({ document, pools }: CompiledAgreement): Named[] {
  const parties = (['marketing', 'sales'] as const).map((side) => ({
    path: ['parties', side, 'team'],
    name: document.parties[side].team,
  }))
  const people = [...pools.values()].flatMap((pool) =>
    'team' in pool.people ? [{ path: ['pools', pool.name, 'people'], name: pool.people.team }] : [],
  )
  return [
    ...parties,
    ...people,
    ...whomWords(document)
      .filter(({ name }) => name.startsWith(TEAM))
      .map(teamOf),
  ]
}

const TEAM = 'team '
const teamOf = ({ path, name }: Named): Named => ({ path, name: name.slice(TEAM.length) })

/** Everybody the escalation tells, word by word. */
function whomWords({ when_late: { warn, breach, then }, nobody_free }: CompiledAgreement['document']): Named[] {
  const words = (whom: string | string[] | undefined, path: DocumentPath): Named[] =>
    [whom ?? []].flat().map((name) => ({ path, name }))
  return [
    ...words(warn?.whom, ['when_late', 'warn', 'whom']),
    ...words(breach?.whom, ['when_late', 'breach', 'whom']),
    ...then.flatMap((step, index) =>
      step.do === 'tell' ? words(step.whom, ['when_late', 'then', index, 'whom']) : [],
    ),
    ...words(nobody_free.then.slice('tell '.length), ['nobody_free', 'then']),
  ]
}

function namedEmails({ pools, document }: CompiledAgreement): Named[] {
  const told = whomWords(document).flatMap(({ path, name }) =>
    name.includes('@') && !name.startsWith(TEAM) ? [{ path, name: name.toLowerCase() }] : [],
  )
  const inPools = [...pools.values()].flatMap(({ name: pool, people }): Named[] => {
    if ('emails' in people)
      return people.emails.map((name, index) => ({ path: ['pools', pool, 'people', index], name }))
    // Shares of a list are those of its own people.
    const shares = Object.keys(document.pools[pool]?.weights ?? {})
    return shares.map((name) => ({ path: ['pools', pool, 'weights', name], name: name.toLowerCase() }))
  })
  return [...inPools, ...told]
}

/** What a sound document names that this installation does not have: teams, and colleagues by their e-mail address. */
export async function problemsHere(
  db: Queryable,
  document: string,
  agreement: CompiledAgreement,
): Promise<AgreementProblem[]> {
  const teams = namedTeams(agreement)
  const emails = namedEmails(agreement)
  const [knownTeams, knownEmails] = await Promise.all([
    db.query<{ name: string }>('select name from teams order by name'),
    db.query<{ email: string }>('select lower(email) as email from users where lower(email) = any($1::text[])', [
      emails.map(({ name }) => name),
    ]),
  ])
  const teamNames = knownTeams.rows.map((row) => row.name)
  const here = new Set(knownEmails.rows.map((row) => row.email))
  const positionOf = lineFinder(document)
  const problem = ({ path }: Named, what: string, mend: string): AgreementProblem => ({
    clause: clauseOn(path),
    path: path.join('.'),
    ...positionOf(path),
    what,
    mend,
  })
  return [
    ...teams
      .filter(({ name }) => !teamNames.includes(name))
      .map((named) => problem(named, `There is no team "${named.name}" here.`, mendTeam(named.name, teamNames))),
    ...emails
      .filter(({ name }) => !here.has(name))
      .map((named) =>
        problem(
          named,
          `Nobody here has the e-mail address ${named.name}.`,
          'Invite them first, or correct the address.',
        ),
      ),
  ].sort((a, b) => a.line - b.line)
}

function mendTeam(name: string, known: readonly string[]): string {
  const near = nearestName(name, known)
  if (near !== undefined) return `Did you mean "${near}"?`
  return known.length === 0 ? 'Add the team first.' : `Name one of: ${known.join(', ')}; or add the team first.`
}
