import { appendToBook, forgetParties } from '@ensemble/engine/attribution/touch-book.ts'
import type { Client } from 'pg'
import { copyBinary } from './copy-binary.ts'
import { readHeardFrom } from './heard-from.ts'
import { appendMentions, dropMentions } from './mentions.ts'
import { giveBack } from './outcomes.ts'
import { joinParty, leaveParty } from './parties.ts'
import { openPastClient, withOneMore } from './past-client.ts'
import { type RawOutcomes, readOutcomes } from './read-outcomes.ts'
import { type RawTouches, readTouches } from './read-touches.ts'
import { emptyPast, numberOfPerson, type TouchPast } from './touch-past.ts'

/** Facts are recorded with the time at which their transaction began: a late commit is found so long after. */
const OVERLAP_MS = 60_000
/** More people than this share have news: reading everything anew is cheaper. */
const MOST_SHARE = 0.2
const FEW = 2_000

/** Grows when what was held is no longer true in ways that facts do not tell: an import undone, channels named anew. */
const MARK = `(select count(*) from imports where status in ('undoing', 'undone')) || '.' || (select count(*) from channel_runs where status = 'done')
            || '.' || coalesce((select max(changed) from channel_runs where status = 'running'), 0)
            || '.' || coalesce((select value #>> '{}' from settings where key = 'currency'), 'EUR')`

type Stand = { mark: string; untilMs: number; touches: number }

async function readStand(client: Client): Promise<Stand> {
  const { rows } = await client.query<{ mark: string; at: Date; touches: number }>(
    `select ${MARK} as mark, clock_timestamp() as at, (select greatest(reltuples, 0)::float8 from pg_class where oid = 'facts'::regclass) as touches`,
  )
  const [stand] = rows
  return { mark: stand?.mark ?? '', untilMs: stand?.at.getTime() ?? 0, touches: stand?.touches ?? 0 }
}

type News = { people: string[]; lately: Map<string, string> }

/** Who has facts that were recorded since, or is gone. `lately` is what was seen of them before. */
async function readNews(client: Client, sinceMs: number, lately: ReadonlyMap<string, string> | null): Promise<News> {
  const { rows } = await client.query<{ person_id: string; sign: string; others: string[] }>(
    `select person_id, count(*) || ' ' || sum(hashtextextended(fact_id::text, 0)) as sign,
            array_remove(array_agg(case kind when 'people.merged' then data ->> 'from' when 'merge.undone' then data ->> 'person' end), null) as others
       from facts where recorded_at >= $1 group by person_id
     union all
     select person_id, 'gone ' || max(gone_at), '{}' from people_gone where gone_at >= $1 group by person_id`,
    [new Date(sinceMs)],
  )
  const signs = new Map<string, string>()
  for (const { person_id, sign } of rows) signs.set(person_id, `${signs.get(person_id) ?? ''}|${sign}`)
  const people = new Set<string>()
  for (const { person_id, others } of rows) {
    if (lately?.get(person_id) === signs.get(person_id)) continue
    for (const id of [person_id, ...others]) people.add(id)
  }
  return { people: [...people], lately: signs }
}

async function readParties(client: Client, past: TouchPast, where: string): Promise<void> {
  const { parties } = past
  const statement = `copy (select p.person_id, p.account_id, a.segment from people p left join accounts a using (account_id) where true${where.replaceAll('person_id', 'p.person_id')}) to stdout (format binary)`
  await copyBinary(client, statement, 3, ({ bytes, starts, lengths }) => {
    const person = past.person.numberOf(bytes, starts[0] ?? 0)
    const account = (lengths[1] ?? -1) < 0 ? -1 : parties.account.numberOf(bytes, starts[1] ?? 0)
    const length = lengths[2] ?? -1
    joinParty(parties, person, account, length > 0 ? parties.segmentNumber(bytes, starts[2] ?? 0, length) : 0)
  })
}

/** COPY takes no parameters; only ids that the database gave come here. */
function whereIn(people: readonly string[]): string {
  return ` and person_id = any('{${people.map((id) => id.replaceAll(/[^0-9a-f-]/g, '')).join(',')}}'::uuid[])`
}

function append(past: TouchPast, touches: RawTouches, outcomes: RawOutcomes): void {
  const cut = <T extends { subarray(from: number, end: number): T }>(column: T): T => column.subarray(0, touches.count)
  const party = cut(touches.person)
  for (let i = 0; i < party.length; i += 1) party[i] = partyOf(past, party[i] ?? 0)
  appendToBook(
    past.book,
    { party, atMs: cut(touches.atMs), sequence: cut(touches.sequence), labels: touches.labels.map(cut) },
    { ...outcomes, party: outcomes.person.map((person) => partyOf(past, person)) },
  )
  const { mentions } = touches
  if (mentions.person.length > 0)
    appendMentions(past.mentions, { ...mentions, party: mentions.person.map((person) => partyOf(past, person)) })
}

/** Facts of somebody without a row of their own (gone since) make a party alone. */
function partyOf({ parties }: TouchPast, person: number): number {
  const party = parties.partyOf[person] ?? -1
  return party >= 0 ? party : joinParty(parties, person, -1, 0)
}

/** Everything, over two connections that see the same state: people and outcomes are read while touches are. */
async function readAll(client: Client, databaseUrl: string, stand: Stand): Promise<TouchPast> {
  const past = emptyPast(stand.mark.split('.').at(-1) ?? 'EUR', stand.mark)
  past.lately = (await readNews(client, stand.untilMs - OVERLAP_MS, null)).lately
  const [touches, outcomes] = await withOneMore(client, databaseUrl, (other) =>
    Promise.all([readTouches(client, '', past, stand.touches), readAside(other, past)]),
  )
  append(past, touches, outcomes)
  past.readUntilMs = stand.untilMs
  return past
}

async function readAside(client: Client, past: TouchPast): Promise<RawOutcomes> {
  await readParties(client, past, '')
  await readHeardFrom(client, '', past)
  return readOutcomes(client, '', past)
}

/** Takes out the parties of everybody with news, whole, and puts them back as the facts are now. */
async function extend(client: Client, past: TouchPast, { people }: News): Promise<void> {
  const affected = new Set<number>()
  const affect = (party: number | undefined): void => {
    if (party !== undefined && party >= 0) affected.add(party)
  }
  for (const id of people) affect(past.parties.partyOf[numberOfPerson(past, id)])
  const { rows } = await client.query<{ account_id: string }>(
    'select distinct account_id from people where person_id = any($1) and account_id is not null',
    [people],
  )
  for (const { account_id } of rows) {
    const account = past.parties.account.numberOf(Buffer.from(account_id.replaceAll('-', ''), 'hex'), 0)
    affect(past.parties.partyOfAccount[account])
  }
  const { deals } = past.book
  const numbers: number[] = []
  for (const party of affected)
    for (let i = 0; i < (deals.length[party] ?? 0); i += 1)
      numbers.push(deals.reference[(deals.first[party] ?? 0) + i] ?? 0)
  forgetParties(past.book, [...affected])
  dropMentions(past.mentions, [...affected])
  for (const number of numbers) giveBack(past.outcomes, number)
  const all = new Set(people)
  for (const party of affected)
    for (const person of leaveParty(past.parties, party)) all.add(past.person.textOf(person))
  for (const id of all) past.heard.saidBy[numberOfPerson(past, id)] = 0
  const where = whereIn([...all])
  await readParties(client, past, where)
  await readHeardFrom(client, where, past)
  append(past, await readTouches(client, where, past, 0), await readOutcomes(client, where, past))
  past.version += 1
}

/** What is held, brought up to the present: extended by what arrived, or read anew. */
export async function upToDate(databaseUrl: string, held: TouchPast | null): Promise<TouchPast> {
  const client = await openPastClient(databaseUrl)
  try {
    return await broughtUp(client, databaseUrl, held)
  } finally {
    await client.end()
  }
}

/** The same over a connection that is kept. */
export async function broughtUp(client: Client, databaseUrl: string, held: TouchPast | null): Promise<TouchPast> {
  await client.query('begin isolation level repeatable read read only')
  try {
    const stand = await readStand(client)
    if (held === null || held.mark !== stand.mark) return await readAll(client, databaseUrl, stand)
    const news = await readNews(client, held.readUntilMs - OVERLAP_MS, held.lately)
    if (news.people.length > Math.max(FEW, held.person.count() * MOST_SHARE))
      return await readAll(client, databaseUrl, stand)
    if (news.people.length > 0) await extend(client, held, news)
    held.lately = news.lately
    held.readUntilMs = stand.untilMs
    return held
  } finally {
    await client.query('commit').catch(() => undefined)
  }
}
