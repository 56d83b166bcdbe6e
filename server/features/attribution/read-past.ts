import { appendToBook, forgetParty } from '@ensemble/engine/attribution/touch-book.ts'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { copyBinary } from './copy-binary.ts'
import { type Outcome, readOutcomes } from './read-outcomes.ts'
import { type RawTouches, readTouches } from './read-touches.ts'
import { emptyPast, joinParty, numberOfPerson, type TouchPast, uuidOf } from './touch-past.ts'

/** Facts are recorded with the time at which their transaction began: a late commit is found so long after. */
const OVERLAP_MS = 60_000
/** More people than this share have news: reading everything anew is cheaper. */
const MOST_SHARE = 0.2
const FEW = 2_000

/** Grows when what was held is no longer true in ways that facts do not tell: an import undone, channels named anew. */
async function markOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ mark: string }>(
    `select (select count(*) from imports where status in ('undoing', 'undone')) || '.' || (select count(*) from channel_runs where status = 'done')
            || '.' || coalesce((select max(changed) from channel_runs where status = 'running'), 0)
            || '.' || coalesce((select value #>> '{}' from settings where key = 'currency'), 'EUR') as mark`,
  )
  return rows[0]?.mark ?? ''
}

type News = { people: string[]; lately: Map<string, string>; untilMs: number }

async function readNews(client: Client, past: TouchPast | null): Promise<News> {
  const sinceMs = past === null ? Number.POSITIVE_INFINITY : past.readUntilMs - OVERLAP_MS
  const { rows: last } = await client.query<{ at: Date }>('select clock_timestamp() as at')
  const untilMs = last[0]?.at.getTime() ?? 0
  const since = new Date(past === null ? untilMs - OVERLAP_MS : sinceMs)
  const { rows } = await client.query<{ person_id: string; sign: string; others: string[] }>(
    `select person_id, count(*) || ' ' || sum(hashtextextended(fact_id::text, 0)) as sign,
            array_remove(array_agg(case kind when 'people.merged' then data ->> 'from' when 'merge.undone' then data ->> 'person' end), null) as others
       from facts where recorded_at >= $1 group by person_id
     union all
     select person_id, 'gone ' || max(gone_at), '{}' from people_gone where gone_at >= $1 group by person_id`,
    [since],
  )
  const lately = new Map<string, string>()
  for (const { person_id, sign } of rows) lately.set(person_id, `${lately.get(person_id) ?? ''}|${sign}`)
  const people = new Set<string>()
  for (const { person_id, others } of rows) {
    if (past?.lately.get(person_id) === lately.get(person_id)) continue
    for (const id of [person_id, ...others]) people.add(id)
  }
  return { people: [...people], lately, untilMs }
}

async function readParties(client: Client, past: TouchPast, people: readonly string[] | null): Promise<void> {
  const where = people === null ? '' : ` where p.person_id in (${listOf(people)})`
  const stream = client.query(
    copyTo(
      `copy (select p.person_id, p.account_id, a.segment from people p left join accounts a using (account_id)${where}) to stdout (format binary)`,
    ),
  )
  await copyBinary(stream, 3, ({ bytes, starts, lengths }) => {
    const person = past.person.numberOf(bytes, starts[0] ?? 0)
    const account = starts[1] ?? 0
    const accountId = lengths[1] === 16 ? uuidOf(bytes.subarray(account, account + 16)) : null
    const segment = starts[2] ?? 0
    const length = lengths[2] ?? -1
    joinParty(past, person, accountId, length > 0 ? bytes.toString('utf8', segment, segment + length) : null)
  })
}

/** COPY takes no parameters; only addresses that the database gave come here. */
function listOf(people: readonly string[]): string {
  return (
    people.map((id) => `'${id.replaceAll(/[^0-9a-f-]/g, '')}'`).join(', ') || `'00000000-0000-0000-0000-000000000000'`
  )
}

function append(past: TouchPast, touches: RawTouches, outcomes: readonly Outcome[]): void {
  const party = touches.person.slice(0, touches.count)
  for (let i = 0; i < party.length; i += 1) party[i] = partyOf(past, party[i] ?? 0)
  const cut = <T extends { subarray(from: number, end: number): T }>(column: T): T => column.subarray(0, touches.count)
  const deals = outcomes.map((outcome) => {
    const isOtherCurrency = outcome.currency !== null && outcome.currency !== past.currency
    return { ...outcome, isOtherCurrency, cents: isOtherCurrency ? 0 : outcome.cents }
  })
  for (const deal of deals) past.deals.push(deal)
  appendToBook(
    past.book,
    { party, atMs: cut(touches.atMs), sequence: cut(touches.sequence), labels: touches.labels.map(cut) },
    {
      party: deals.map(({ personId }) => partyOf(past, numberOfPerson(past, personId))),
      level: deals.map(({ level }) => level),
      atMs: deals.map(({ atMs }) => atMs),
      cents: deals.map(({ cents }) => cents),
      leadAtMs: deals.map(({ leadAtMs }) => leadAtMs),
      opportunityAtMs: deals.map(({ opportunityAtMs }) => opportunityAtMs),
    },
  )
}

/** Facts of somebody without a row of their own (gone since) make a party alone. */
function partyOf(past: TouchPast, person: number): number {
  const party = past.partyOf[person] ?? -1
  return party >= 0 ? party : joinParty(past, person, null, null)
}

async function readAll(client: Client, mark: string): Promise<TouchPast> {
  const past = emptyPast(mark.split('.').at(-1) ?? 'EUR', mark)
  const news = await readNews(client, null)
  await readParties(client, past, null)
  const touches = await readTouches(client, '', past)
  append(past, touches, await readOutcomes(client, null))
  past.lately = news.lately
  past.readUntilMs = news.untilMs
  return past
}

/** Takes out the parties of everybody with news, whole, and puts them back as the facts are now. */
async function extend(client: Client, past: TouchPast, news: News): Promise<void> {
  if (news.people.length > 0) {
    const affected = new Set<number>()
    const leave = (party: number): void => {
      if (party < 0 || affected.has(party)) return
      affected.add(party)
      forgetParty(past.book, party)
    }
    for (const id of news.people) leave(past.partyOf[numberOfPerson(past, id)] ?? -1)
    const { rows } = await client.query<{ account_id: string }>(
      'select distinct account_id from people where person_id = any($1) and account_id is not null',
      [news.people],
    )
    for (const { account_id } of rows) leave(past.partyNumber.get(account_id) ?? -1)
    const people = new Set(news.people)
    for (const party of affected) {
      for (const person of past.peopleOf[party] ?? []) {
        people.add(past.person.textOf(person))
        past.partyOf[person] = -1
      }
      past.peopleOf[party] = []
      past.segmentOf[party] = null
    }
    const all = [...people]
    await readParties(client, past, all)
    const touches = await readTouches(client, ` and person_id in (${listOf(all)})`, past)
    append(past, touches, await readOutcomes(client, all))
    past.version += 1
  }
  past.lately = news.lately
  past.readUntilMs = news.untilMs
}

/** What is held, brought up to the present: extended by what arrived, or read anew. */
export async function upToDate(databaseUrl: string, held: TouchPast | null): Promise<TouchPast> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const mark = await markOf(client)
    if (held === null || held.mark !== mark) return await readAll(client, mark)
    const news = await readNews(client, held)
    if (news.people.length > Math.max(FEW, held.person.count() * MOST_SHARE)) return await readAll(client, mark)
    await extend(client, held, news)
    return held
  } finally {
    await client.end()
  }
}
