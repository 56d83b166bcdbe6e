import type { PoolClient } from 'pg'
import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import { prepared } from '../../db/together.ts'
import { Problem } from '../../http/problem.ts'
import type { Key, PreparedFact } from './prepare-facts.ts'

/** Two transactions met at the same key: this one starts over and will see what the other stored. */
export class KeyRace extends Error {}

export type Resolved = {
  /** The person of each fact, in the order of the facts. */
  personIds: string[]
  /** People that did not exist before. */
  born: Set<string>
  /** Anonymous visitors that turned out to be somebody: their story moves, from -> to. */
  absorbed: Map<string, string>
  /** People whose keys now include one that names them. */
  named: Set<string>
  /** Two identified people whose keys came together: they may be one, and only a human may say so. */
  met: Met[]
}

export type Met = { one: string; other: string; by: 'email' | 'external' | 'phone' | 'anonymous' }

const nameOf = (key: Key): string => `${key.kind}:${key.value}`

/** One object for each person, whatever the keys they are found by: what becomes known of them is known under all. */
type Known = { personId: string; isAnonymous: boolean; kinds: Set<string> }

const KNOWN = `p.person_id, p.is_anonymous, array_remove(array[
  case when exists (select 1 from identities i where i.person_id = p.person_id and i.kind = 'email') then 'email' end,
  case when exists (select 1 from identities i where i.person_id = p.person_id and i.kind = 'external') then 'external' end], null) as kinds`

type KnownRow = { person_id: string; is_anonymous: boolean; kinds: string[] }

function knownOf(row: KnownRow, people: Map<string, Known>): Known {
  const before = people.get(row.person_id)
  if (before !== undefined) return before
  const made = { personId: row.person_id, isAnonymous: row.is_anonymous, kinds: new Set(row.kinds) }
  people.set(row.person_id, made)
  return made
}

/** People by the keys that are known of them. */
async function lookUpKeys(
  tx: PoolClient,
  keys: readonly Key[],
  people: Map<string, Known>,
): Promise<Map<string, Known>> {
  if (keys.length === 0) return new Map()
  const { rows } = await tx.query<KnownRow & { kind: string; value: string }>({
    ...prepared(tx, 'people by key'),
    text: `select k.kind, k.value, ${KNOWN} from unnest($1::text[], $2::text[]) as k(kind, value)
     join identities on identities.kind = k.kind and identities.value = k.value
     join people p on p.person_id = identities.person_id`,
    values: [keys.map((key) => key.kind), keys.map((key) => key.value)],
  })
  return new Map(rows.map((row) => [`${row.kind}:${row.value}`, knownOf(row, people)]))
}

async function lookUpPeople(tx: PoolClient, ids: readonly string[], people: Map<string, Known>): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await tx.query<KnownRow>(`select ${KNOWN} from people p where person_id = any($1::uuid[])`, [ids])
  for (const row of rows) knownOf(row, people)
}

async function store(tx: PoolClient, fresh: ReadonlyMap<string, { key: Key; personId: string }>): Promise<void> {
  if (fresh.size === 0) return
  // Sorted, so that two transactions with the same keys never wait for each other in a circle.
  const rows = [...fresh.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const { rowCount } = await tx.query({
    ...prepared(tx, 'take keys'),
    text: `insert into identities (kind, value, person_id)
     select k.kind, k.value, k.person_id from unnest($1::text[], $2::text[], $3::uuid[]) as k(kind, value, person_id)
     on conflict do nothing`,
    values: [rows.map((row) => row.key.kind), rows.map((row) => row.key.value), rows.map((row) => row.personId)],
  })
  if (rowCount !== rows.length) throw new KeyRace('a key was taken meanwhile')
}

/** People who were merged, with whom they are now; merges of merges are followed. */
export async function redirectsOf(tx: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.query<{ start: string; into_person: string }>(
    `with recursive way as (
       select from_person as start, into_person, 1 as step from redirects where from_person = any($1::uuid[])
       union all
       select way.start, r.into_person, way.step + 1 from way join redirects r on r.from_person = way.into_person where way.step < 50
     ) select distinct on (start) start, into_person from way order by start, step desc`,
    [ids],
  )
  return new Map(rows.map((row) => [row.start, row.into_person]))
}

function requirePeople(people: ReadonlyMap<string, Known>, ids: readonly string[]): void {
  const missing = ids.find((id) => !people.has(id))
  if (missing !== undefined)
    throw new Problem('not-found', `There is no person ${missing}.`, {
      mend: 'They may have been merged; search for them by name or e-mail.',
    })
}

/**
 * The person of the strongest known key. A phone, a browser or a mailbox like info@ may be shared: under one of these, somebody
 * with an address or an id of their own that nobody knows yet is not the person who has another.
 */
function personOf(keys: readonly Key[], known: ReadonlyMap<string, Known>): Known | undefined {
  for (const key of keys) {
    const owner = known.get(nameOf(key))
    if (owner === undefined) continue
    const isAnother = keys.some((own) => !own.isShared && owner.kinds.has(own.kind))
    if (!key.isShared || !isAnother) return owner
  }
  return undefined
}

/**
 * Finds the person of every fact by the strongest known key: person id, e-mail, external id, phone, anonymous id.
 * Unknown keys join the person found; a visitor known only as anonymous joins them too. Two people who both have
 * a name are never joined here (invariant 8): the strongest key decides whose fact it is.
 */
export async function resolvePeople(tx: PoolClient, facts: readonly PreparedFact[], nowMs: number): Promise<Resolved> {
  const all = new Map<string, Key>()
  for (const { keys } of facts) for (const key of keys) all.set(nameOf(key), key)
  const named = [...new Set(facts.flatMap((each) => each.personId ?? []))]
  const linked = facts.flatMap((each) => each.linkOf ?? [])
  const people = new Map<string, Known>()
  const known = await lookUpKeys(tx, [...all.values()], people)
  await lookUpPeople(
    tx,
    [...new Set([...named, ...linked])].filter((id) => !people.has(id)),
    people,
  )
  const missing = [...new Set([...named, ...linked])].filter((id) => !people.has(id))
  if (missing.length > 0) {
    const redirects = await redirectsOf(tx, missing)
    await lookUpPeople(tx, [...redirects.values()], people)
    for (const [from, into] of redirects) {
      const person = people.get(into)
      if (person !== undefined) people.set(from, person)
    }
  }
  requirePeople(people, named)
  const resolved: Resolved = { personIds: [], born: new Set(), absorbed: new Map(), named: new Set(), met: [] }
  const fresh = new Map<string, { key: Key; personId: string }>()
  for (const each of facts) {
    const { keys } = each
    const before = ownerOf(each, known, people)
    const target: Known = before ?? { personId: newId(nowMs), isAnonymous: true, kinds: new Set() }
    if (before === null) resolved.born.add(target.personId)
    for (const key of keys) {
      const name = nameOf(key)
      const owner = known.get(name)
      if (owner === undefined) {
        known.set(name, target)
        target.kinds.add(key.kind)
        fresh.set(name, { key, personId: target.personId })
      } else if (owner !== target && owner.isAnonymous) {
        absorb(resolved, known, fresh, owner.personId, target)
      } else if (owner !== target && !target.isAnonymous && !(key.kind === 'email' && key.isShared)) {
        resolved.met.push({ one: target.personId, other: owner.personId, by: key.kind })
      }
      if (key.kind !== 'anonymous' && known.get(name) === target) {
        target.isAnonymous = false
        resolved.named.add(target.personId)
      }
    }
    resolved.personIds.push(target.personId)
  }
  for (const [index, id] of resolved.personIds.entries()) resolved.personIds[index] = finalOf(resolved.absorbed, id)
  for (const each of resolved.met) each.one = finalOf(resolved.absorbed, each.one)
  await store(tx, fresh)
  return resolved
}

/**
 * The person a fact belongs to, null for somebody new. A link sent to somebody may have been forwarded: it decides only for a browser that nobody
 * identified is known by, and for a message without a key of its own.
 */
function ownerOf(
  fact: PreparedFact,
  known: ReadonlyMap<string, Known>,
  people: ReadonlyMap<string, Known>,
): Known | null {
  if (fact.personId !== null) return people.get(fact.personId) ?? null
  const owner = personOf(fact.keys, known) ?? null
  const isOpen = (owner === null || owner.isAnonymous) && fact.keys.every((key) => key.isShared)
  const linked = isOpen && fact.linkOf ? people.get(fact.linkOf) : undefined
  return linked ?? owner
}

function absorb(
  resolved: Resolved,
  known: Map<string, Known>,
  fresh: Map<string, { key: Key; personId: string }>,
  from: string,
  into: Known,
): void {
  for (const [name, owner] of known) if (owner.personId === from) known.set(name, into)
  for (const row of fresh.values()) if (row.personId === from) row.personId = into.personId
  if (resolved.born.delete(from)) {
    for (const [index, id] of resolved.personIds.entries()) if (id === from) resolved.personIds[index] = into.personId
  } else resolved.absorbed.set(from, into.personId)
}

function finalOf(absorbed: ReadonlyMap<string, string>, id: string): string {
  let final = id
  for (let next = absorbed.get(final); next !== undefined; next = absorbed.get(final)) final = next
  return final
}
