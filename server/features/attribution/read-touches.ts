import { sortRange } from '@ensemble/engine/attribution/slices.ts'
import type { Client } from 'pg'
import { copyBinary, momentAt } from './copy-binary.ts'
import type { Numbered } from './numbered.ts'
import type { NumberedIds } from './numbered-ids.ts'
import { DIMENSIONS, KINDS, VISIT_MS } from './touch-kinds.ts'

/** Touches as they lie in the facts, in columns; `person` by number. */
export type RawTouches = {
  count: number
  person: Uint32Array
  kind: Uint8Array
  atMs: Float64Array
  sequence: Float64Array
  labels: Uint32Array[]
  /** Facts that name a campaign and are no touch of their own. */
  mentions: { person: number[]; atMs: number[]; campaign: number[] }
}

const KIND_NUMBERS = KINDS.map(([kind], number) => `when '${kind}' then ${number}`).join(' ')
const OWN_CHANNEL = KINDS.flatMap(([kind, { channel }]) => (channel === null ? [] : [`'${kind}'`])).join(', ')
const BY_CHANNEL = KINDS.flatMap(([kind, { channel }]) => (channel === null ? [`'${kind}'`] : [])).join(', ')
const NAMED = `'email.clicked', 'email.replied', 'letter.answered', 'event.attended', 'form.submitted'`
export const TOUCH_FIELDS = 9

const OTHER = 99
const CAMPAIGN = DIMENSIONS.indexOf('campaign')

/** The columns of every touch, and of whatever else names a campaign, as a statement for COPY. `where` narrows it to some people. */
export function touchesStatement(where: string): string {
  return `copy (
    select person_id, fact_id, (case kind ${KIND_NUMBERS} else ${OTHER} end)::smallint, occurred_at, coalesce(regrouped, channel), origin, campaign,
           landing_page, case when kind in (${NAMED}) then data ->> 'name' end
      from facts
     where (kind in (${OWN_CHANNEL}) or (kind in (${BY_CHANNEL}) and channel is not null) or campaign is not null)${where}
  ) to stdout (format binary)`
}

/** Facts that were taken back, by the hexadecimal of their id. */
async function readRetracted(client: Client, where: string): Promise<Set<string>> {
  const { rows } = await client.query<{ fact: string }>(
    `select data ->> 'fact' as fact from facts where kind = 'fact.retracted'${where}`,
  )
  return new Set(rows.flatMap(({ fact }) => (fact === null ? [] : [fact.replaceAll('-', '').toLowerCase()])))
}

type Names = {
  person: NumberedIds
  labels: readonly Numbered[]
  channelOf: readonly (number | null)[]
  none: readonly number[]
}

const ID_BYTES = 16

/** Streams touches into columns; a text becomes a number without becoming a string. Retracted ones, and forms within a visit, are left out. */
export async function readTouches(client: Client, where: string, names: Names, expected: number): Promise<RawTouches> {
  const retracted = await readRetracted(client, where)
  const dimensions = names.labels.length
  const read = columnsOf(Math.max(1 << 10, Math.ceil(expected * 1.02)), dimensions)
  await copyBinary(client, touchesStatement(where), TOUCH_FIELDS, ({ bytes, starts, lengths }) => {
    const id = starts[1] ?? 0
    const kind = bytes.readInt16BE(starts[2] ?? 0)
    if (kind === OTHER || (retracted.size > 0 && retracted.has(bytes.toString('hex', id, id + ID_BYTES)))) {
      const length = lengths[4 + CAMPAIGN] ?? -1
      if (length <= 0) return
      read.mentions.person.push(names.person.numberOf(bytes, starts[0] ?? 0))
      read.mentions.atMs.push(momentAt(bytes, starts[3] ?? 0))
      read.mentions.campaign.push(names.labels[CAMPAIGN]?.numberOf(bytes, starts[4 + CAMPAIGN] ?? 0, length) ?? 0)
      return
    }
    const i = read.count
    if (i === read.person.length) grow(read)
    read.person[i] = names.person.numberOf(bytes, starts[0] ?? 0)
    read.kind[i] = kind
    read.atMs[i] = momentAt(bytes, starts[3] ?? 0)
    // The last six bytes are chance: touches of one moment lie in an order that no load changes.
    read.sequence[i] = bytes.readUInt16BE(id + 10) * 4_294_967_296 + bytes.readUInt32BE(id + 12)
    for (let d = 0; d < dimensions; d += 1) {
      const length = lengths[4 + d] ?? -1
      const column = read.labels[d]
      if (column === undefined) continue
      if (length > 0) column[i] = names.labels[d]?.numberOf(bytes, starts[4 + d] ?? 0, length) ?? 0
      else column[i] = (d === 0 ? names.channelOf[kind] : null) ?? names.none[d] ?? 0
    }
    read.count += 1
  })
  return withoutEchoes(read, names.none[CAMPAIGN] ?? 0)
}

/** Leaves out what is but the echo of a visit: a form just after an arrival. */
function withoutEchoes(read: RawTouches, noCampaign: number): RawTouches {
  const isEcho = Uint8Array.from(KINDS, ([, traits]) => (traits.isEcho ? 1 : 0))
  const echoing = echoingPeople(read, isEcho)
  if (echoing.rows.length === 0) return read
  const isOut = new Uint8Array(read.count)
  // An arrival lies before a form of its moment.
  const isBefore = (a: number, b: number): boolean => {
    const apart = (read.atMs[a] ?? 0) - (read.atMs[b] ?? 0)
    return apart < 0 || (apart === 0 && (read.kind[a] ?? 0) < (read.kind[b] ?? 0))
  }
  let from = 0
  for (const end of echoing.ends) {
    sortRange(echoing.rows, from, end, isBefore)
    let lastMs = Number.NEGATIVE_INFINITY
    for (let k = from; k < end; k += 1) {
      const row = echoing.rows[k] ?? 0
      const atMs = read.atMs[row] ?? 0
      if (isEcho[read.kind[row] ?? 0] === 1 && atMs - lastMs <= VISIT_MS) isOut[row] = 1
      else lastMs = atMs
    }
    from = end
  }
  let next = 0
  for (let i = 0; i < read.count; i += 1) {
    if (isOut[i] === 1) {
      const campaign = read.labels[CAMPAIGN]?.[i] ?? noCampaign
      if (campaign === noCampaign) continue
      read.mentions.person.push(read.person[i] ?? 0)
      read.mentions.atMs.push(read.atMs[i] ?? 0)
      read.mentions.campaign.push(campaign)
      continue
    }
    if (next !== i) {
      read.person[next] = read.person[i] ?? 0
      read.atMs[next] = read.atMs[i] ?? 0
      read.sequence[next] = read.sequence[i] ?? 0
      for (const column of read.labels) column[next] = column[i] ?? 0
    }
    next += 1
  }
  read.count = next
  return read
}

/** Rows of everybody who has a touch that may be an echo, person by person, and where each one's rows end. */
function echoingPeople(read: RawTouches, isEcho: Uint8Array): { rows: Uint32Array; ends: Uint32Array } {
  let most = -1
  for (let i = 0; i < read.count; i += 1) most = Math.max(most, read.person[i] ?? 0)
  const place = new Int32Array(most + 1).fill(-1)
  let people = 0
  for (let i = 0; i < read.count; i += 1) {
    const person = read.person[i] ?? 0
    if (isEcho[read.kind[i] ?? 0] !== 1 || (place[person] ?? 0) >= 0) continue
    place[person] = people
    people += 1
  }
  const ends = new Uint32Array(people)
  let total = 0
  for (let i = 0; i < read.count; i += 1) {
    const own = place[read.person[i] ?? 0] ?? -1
    if (own < 0) continue
    ends[own] = (ends[own] ?? 0) + 1
    total += 1
  }
  let sum = 0
  for (let p = 0; p < people; p += 1) {
    const own = ends[p] ?? 0
    ends[p] = sum
    sum += own
  }
  const rows = new Uint32Array(total)
  for (let i = 0; i < read.count; i += 1) {
    const own = place[read.person[i] ?? 0] ?? -1
    if (own < 0) continue
    rows[ends[own] ?? 0] = i
    ends[own] = (ends[own] ?? 0) + 1
  }
  return { rows, ends }
}

function columnsOf(length: number, dimensions: number): RawTouches {
  return {
    count: 0,
    person: new Uint32Array(length),
    kind: new Uint8Array(length),
    atMs: new Float64Array(length),
    sequence: new Float64Array(length),
    labels: Array.from({ length: dimensions }, () => new Uint32Array(length)),
    mentions: { person: [], atMs: [], campaign: [] },
  }
}

function grow(read: RawTouches): void {
  const length = Math.ceil(read.person.length * 1.5)
  read.person = wider(read.person, new Uint32Array(length))
  read.kind = wider(read.kind, new Uint8Array(length))
  read.atMs = wider(read.atMs, new Float64Array(length))
  read.sequence = wider(read.sequence, new Float64Array(length))
  read.labels = read.labels.map((column) => wider(column, new Uint32Array(length)))
}

function wider<T extends { set(from: T): void }>(column: T, into: T): T {
  into.set(column)
  return into
}
