import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const DAY_MS = 86_400_000
const CHANNELS = [
  'organic search',
  'paid search',
  'direct',
  'email',
  'social',
  'paid social',
  'referral',
  'display',
  'event',
  'partner',
]
const ORIGINS = 60
const CAMPAIGNS = 80
const PAGES = 250
/** Long before the run: nothing of the filling is news. */
const RECORDED_FROM = Date.UTC(2024, 0, 1)
const CHUNK_CHARS = 256_000
/** Touches a person has on average, and how many people become a lead, an opportunity, a customer. */
const MEAN_TOUCHES = 4.5
const [LEADS, OPPORTUNITIES, WON] = [0.2, 0.06, 0.03]

export type Filled = { people: number; touches: number; leads: number; won: number; campaignIds: string[] }

/** The same numbers on every run. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function idOf(kind: number, n: number): string {
  // Spread as real ids are: neighbours by number do not lie beside each other.
  const spread = (Math.imul(n, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')
  return `${spread}-${kind.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`
}

async function copyInto(db: Pool, table: string, columns: string, lines: Iterable<string>): Promise<void> {
  const client = await db.connect()
  try {
    await pipeline(Readable.from(chunked(lines)), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)))
  } finally {
    client.release()
  }
}

function* chunked(lines: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length < CHUNK_CHARS) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

type Person = { n: number; touches: number; startMs: number; stepMs: number; end: 0 | 1 | 2 | 3 }

function* peopleOf(touches: number, untilMs: number): Generator<Person> {
  const draw = dice(7)
  let left = touches
  for (let n = 1; left > 0; n += 1) {
    const many = Math.min(left, 1 + Math.floor(Math.log(1 - draw()) / Math.log(1 - 1 / MEAN_TOUCHES)))
    left -= many
    const chance = draw()
    const end = chance < WON ? 3 : chance < OPPORTUNITIES ? 2 : chance < LEADS ? 1 : 0
    yield {
      n,
      touches: many,
      startMs: untilMs - DAY_MS * (40 + draw() * 700),
      stepMs: DAY_MS * (0.05 + draw() * 4),
      end,
    }
  }
}

function touchLine(person: Person, place: number, factNumber: number, draw: () => number): string {
  const at = new Date(person.startMs + place * person.stepMs).toISOString()
  const channel = CHANNELS[Math.floor(draw() ** 1.5 * CHANNELS.length)]
  const campaign = draw() < 0.45 ? `campaign ${Math.floor(draw() ** 2 * CAMPAIGNS)}` : '\\N'
  const origin = `host${Math.floor(draw() ** 2 * ORIGINS)}.example`
  const page = `/page/${Math.floor(draw() ** 2 * PAGES)}`
  const isForm = person.end > 0 && place === person.touches - 1
  const kind = isForm ? 'form.submitted' : channel === 'email' ? 'email.clicked' : 'page.viewed'
  const data =
    kind === 'page.viewed'
      ? `{"path":"${page}"}`
      : kind === 'email.clicked'
        ? `{"name":"letter ${factNumber % 30}"}`
        : `{"name":"form ${factNumber % 9}","path":"${page}"}`
  // What is recorded lies in the order in which it was recorded.
  const recorded = new Date(RECORDED_FROM + factNumber * 10).toISOString()
  return `${idOf(1, person.n)}\t${idOf(2, factNumber)}\t${kind}\t${at}\t${recorded}\tm${factNumber}\tbench\tt\t${channel}\t${origin}\t${campaign}\t${page}\t${data}\n`
}
const FACT_COLUMNS =
  'person_id, fact_id, kind, occurred_at, recorded_at, message_id, source, is_history, channel, origin, campaign, landing_page, data'

function* factLines(touches: number, untilMs: number): Generator<string> {
  const draw = dice(11)
  let factNumber = 0
  for (const person of peopleOf(touches, untilMs))
    for (let place = 0; place < person.touches; place += 1) {
      factNumber += 1
      yield touchLine(person, place, factNumber, draw)
    }
}

function* personLines(touches: number, untilMs: number): Generator<string> {
  for (const { n, touches: many, startMs, stepMs, end } of peopleOf(touches, untilMs)) {
    const first = new Date(startMs).toISOString()
    const last = new Date(startMs + many * stepMs).toISOString()
    const [name, email] = end > 0 ? [`Person ${n}`, `p${n}@c${n}.example`] : ['', '\\N']
    yield `${idOf(1, n)}\t${name}\t${email}\t${end === 0 ? 't' : 'f'}\t${first}\t${last}\t${many}\t{"person":{"country":"FR","role":"owner"},"account":{"industry":"trade"}}\t${name.toLowerCase()}\n`
  }
}

function* leadLines(touches: number, untilMs: number): Generator<string> {
  const draw = dice(13)
  for (const { n, touches: many, startMs, stepMs, end } of peopleOf(touches, untilMs)) {
    if (end === 0) continue
    const opened = startMs + (many - 1) * stepMs
    const at = (days: number): string => new Date(opened + days * DAY_MS).toISOString()
    const outcome = end === 3 ? 'won' : draw() < 0.3 ? 'rejected' : 'open'
    const stage = end === 3 ? 'won' : end === 2 ? 'opportunity' : 'qualified'
    const channel = CHANNELS[Math.floor(draw() ** 1.5 * CHANNELS.length)]
    yield `${idOf(1, n)}\t1\t${stage}\t${outcome}\tSales\t40\t20\t${at(0)}\t10\t${channel}\tcampaign ${Math.floor(draw() ** 2 * CAMPAIGNS)}\tt\t${at(0)}\t${at(1)}\t${end > 1 ? at(9) : '\\N'}\t${end > 2 ? at(20) : '\\N'}\t${at(20)}\n`
  }
}

function* dealLines(touches: number, untilMs: number): Generator<string> {
  const draw = dice(17)
  for (const { n, touches: many, startMs, stepMs, end } of peopleOf(touches, untilMs)) {
    if (end < 2) continue
    const opened = startMs + (many - 1) * stepMs + 9 * DAY_MS
    const cents = Math.round(50_000 + draw() ** 3 * 4_000_000)
    const isWon = end === 3
    yield `D${n}\t${idOf(1, n)}\t1\toffer\t${isWon ? 'won' : 'open'}\t${isWon ? 'contract' : 'none'}\t${cents}\tEUR\t${new Date(opened).toISOString()}\t${new Date(opened).toISOString()}\t${isWon ? new Date(opened + 11 * DAY_MS).toISOString() : '\\N'}\n`
  }
}

/** Puts so many touches, with their people, leads, deals, campaigns and costs, into an empty house; indexes are made afterwards. */
export async function fillTouches(db: Pool, touches: number): Promise<Filled> {
  const untilMs = Date.now()
  const { rows: indexes } = await db.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename in ('facts', 'people', 'leads', 'deals')
        and indexname not in (select conname from pg_constraint) order by 1`,
  )
  for (const { indexname } of indexes) await db.query(`drop index ${indexname}`)
  await copyInto(db, 'facts', FACT_COLUMNS, factLines(touches, untilMs))
  await copyInto(
    db,
    'people',
    'person_id, name, email, is_anonymous, first_seen_at, last_seen_at, facts, state, search',
    personLines(touches, untilMs),
  )
  await copyInto(
    db,
    'leads',
    'person_id, attempt, stage, outcome, team, fit, engagement, engagement_at, heat, channel, campaign, is_history, opened_at, accepted_at, opportunity_at, won_at, updated_at',
    leadLines(touches, untilMs),
  )
  await copyInto(
    db,
    'deals',
    'deal_id, person_id, attempt, stage, status, proof, amount_cents, currency, opened_at, stage_at, closed_at',
    dealLines(touches, untilMs),
  )
  await db.query("set maintenance_work_mem = '512MB'")
  for (const { indexdef } of indexes) await db.query(indexdef)
  await fillCampaigns(db, untilMs)
  await db.query('vacuum analyze')
  return countFilled(db)
}

/** What a house holds that was filled before. */
export async function countFilled(db: Pool): Promise<Filled> {
  const { rows } = await db.query<Omit<Filled, 'campaignIds'>>(
    `select (select count(*)::int from people) as people, (select count(*)::int from facts) as touches,
            (select count(*)::int from leads) as leads, (select count(*)::int from deals where status = 'won') as won`,
  )
  const [counts] = rows
  if (counts === undefined) throw new Error('nothing was filled')
  const ids = await db.query<{ id: string }>('select campaign_id as id from campaigns order by key')
  return { ...counts, campaignIds: ids.rows.map(({ id }) => id) }
}

async function fillCampaigns(db: Pool, untilMs: number): Promise<void> {
  const names = Array.from({ length: CAMPAIGNS }, (_, n) => `campaign ${n}`)
  await db.query(
    `insert into campaigns (campaign_id, key, name, tactic, channel, currency, budget_cents, created_at, updated_at)
     select gen_random_uuid(), replace(name, ' ', '-'), name, 'advertising', 'paid search', 'EUR', 1000000, now(), now() from unnest($1::text[]) as name`,
    [names],
  )
  await db.query(
    `insert into campaign_names (plain, campaign_id, name, is_alias)
     select n.plain, c.campaign_id, c.name, false from unnest($1::text[], $2::text[]) as n(name, plain) join campaigns c using (name)`,
    [names, names.map(plainName)],
  )
  await db.query(
    `insert into campaign_costs (cost_id, campaign_id, channel, day, cost_cents, currency, source, row_key, created_at)
     select gen_random_uuid(), campaign_id, 'paid search', $1::date - d, 1000 + d, 'EUR', 'bench', campaign_id || '.' || d, now()
       from campaigns, generate_series(1, 365) d`,
    [new Date(untilMs)],
  )
}

/** New touches of people who are known, as if they had just been recorded. */
export async function addTouches(db: Pool | PoolClient, count: number, people: number, round: number): Promise<void> {
  const now = Date.now()
  const draw = dice(1_000 + round)
  const rows = Array.from({ length: count }, (_, i) => {
    const n = 1 + Math.floor(draw() * people)
    const factNumber = 900_000_000 + round * 100_000 + i
    return touchLine({ n, touches: 9, startMs: now - i, stepMs: 0, end: 0 }, 0, factNumber, draw)
      .slice(0, -1)
      .split('\t')
  })
  const column = (at: number): (string | null)[] => rows.map((row) => (row[at] === '\\N' ? null : (row[at] ?? null)))
  await db.query(
    `insert into facts (${FACT_COLUMNS})
     select p, f, k, o, now(), m, 'bench', true, c, og, ca, lp, d
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[]) as x(p, f, k, o, m, c, og, ca, lp, d)`,
    [column(0), column(1), column(2), column(3), column(5), column(8), column(9), column(10), column(11), column(12)],
  )
}
