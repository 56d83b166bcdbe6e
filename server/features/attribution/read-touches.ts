import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { copyBinary, momentAt } from './copy-binary.ts'
import type { Numbered } from './numbered.ts'
import type { NumberedIds } from './numbered-ids.ts'
import { KINDS, VISIT_MS } from './touch-kinds.ts'

/** Touches as they lie in the facts, in columns; `person` by number. */
export type RawTouches = {
  count: number
  person: Uint32Array
  atMs: Float64Array
  sequence: Float64Array
  labels: Uint32Array[]
}

const KIND_NUMBERS = KINDS.map(([kind], number) => `when '${kind}' then ${number}`).join(' ')
const OWN_CHANNEL = KINDS.flatMap(([kind, { channel }]) => (channel === null ? [] : [`'${kind}'`])).join(', ')
const BY_CHANNEL = KINDS.flatMap(([kind, { channel }]) => (channel === null ? [`'${kind}'`] : [])).join(', ')
const NAMED = `'email.clicked', 'email.replied', 'letter.answered', 'event.attended', 'form.submitted'`
const RETRACTED = 99
const FIELDS = 9

/** The columns of every touch, as a statement for COPY. `where` narrows it to some people. */
export function touchesStatement(where: string): string {
  return `copy (
    select person_id, fact_id, (case kind ${KIND_NUMBERS} else ${RETRACTED} end)::smallint, occurred_at, coalesce(regrouped, channel), origin, campaign,
           landing_page, case when kind in (${NAMED}) then data ->> 'name' when kind = 'fact.retracted' then data ->> 'fact' end
      from facts
     where (kind in (${OWN_CHANNEL}, 'fact.retracted') or (kind in (${BY_CHANNEL}) and (channel is not null or campaign is not null)))${where}
  ) to stdout (format binary)`
}

type Names = {
  person: NumberedIds
  labels: readonly Numbered[]
  channelOf: readonly (number | null)[]
  none: readonly number[]
}

/** Streams touches into columns; a text becomes a number without becoming a string. Retracted ones, and forms within a visit, are left out. */
export async function readTouches(client: Client, where: string, names: Names): Promise<RawTouches> {
  const read = columnsOf(1 << 12, names.labels.length)
  let kinds = new Uint8Array(1 << 12)
  const retracted = new Set<string>()
  const ids: { high: Float64Array; low: Float64Array } = {
    high: new Float64Array(1 << 12),
    low: new Float64Array(1 << 12),
  }
  await copyBinary(client.query(copyTo(touchesStatement(where))), FIELDS, ({ bytes, starts, lengths }) => {
    const kind = bytes.readInt16BE(starts[2] ?? 0)
    if (kind === RETRACTED) {
      const from = starts[8] ?? 0
      if ((lengths[8] ?? -1) > 0)
        retracted.add(bytes.toString('latin1', from, from + (lengths[8] ?? 0)).replaceAll('-', ''))
      return
    }
    const i = read.count
    if (i === read.person.length) {
      grow(read)
      kinds = wider(kinds, new Uint8Array(read.person.length))
      ids.high = wider(ids.high, new Float64Array(read.person.length))
      ids.low = wider(ids.low, new Float64Array(read.person.length))
    }
    const id = starts[1] ?? 0
    read.person[i] = names.person.numberOf(bytes, starts[0] ?? 0)
    read.atMs[i] = momentAt(bytes, starts[3] ?? 0)
    ids.high[i] = bytes.readUIntBE(id, 6) * 4 + (bytes.readUInt8(id + 6) >> 6)
    ids.low[i] = bytes.readUIntBE(id + 10, 6)
    // The last six bytes are chance: touches of one moment lie in an order that no load changes.
    read.sequence[i] = ids.low[i] ?? 0
    kinds[i] = kind
    for (let d = 0; d < read.labels.length; d += 1) {
      const length = lengths[4 + d] ?? -1
      const column = read.labels[d]
      if (column === undefined) continue
      if (length > 0) column[i] = names.labels[d]?.numberOf(bytes, starts[4 + d] ?? 0, length) ?? 0
      else column[i] = (d === 0 ? names.channelOf[kind] : null) ?? names.none[d] ?? 0
    }
    read.count += 1
  })
  return keptOf(read, kinds, ids, retracted)
}

/** Leaves out what was retracted, and echoes of a visit. */
function keptOf(
  read: RawTouches,
  kinds: Uint8Array,
  ids: { high: Float64Array; low: Float64Array },
  retracted: ReadonlySet<string>,
): RawTouches {
  const gone = new Set(
    [...retracted].map((hex) =>
      keyOf(
        Number.parseInt(hex.slice(0, 12), 16) * 4 + (Number.parseInt(hex.slice(12, 14), 16) >> 6),
        Number.parseInt(hex.slice(20), 16),
      ),
    ),
  )
  const isOut = new Uint8Array(read.count)
  if (gone.size > 0)
    for (let i = 0; i < read.count; i += 1) if (gone.has(keyOf(ids.high[i] ?? 0, ids.low[i] ?? 0))) isOut[i] = 1
  const isEcho = KINDS.map(([, traits]) => traits.isEcho)
  const { order, starts } = byPerson(read, kinds)
  for (let p = 0; p + 1 < starts.length; p += 1) {
    let lastMs = Number.NEGATIVE_INFINITY
    for (let k = starts[p] ?? 0; k < (starts[p + 1] ?? 0); k += 1) {
      const i = order[k] ?? 0
      if (isOut[i] === 1) continue
      const atMs = read.atMs[i] ?? 0
      if (isEcho[kinds[i] ?? 0] === true && atMs - lastMs <= VISIT_MS) isOut[i] = 1
      else lastMs = atMs
    }
  }
  let next = 0
  for (let i = 0; i < read.count; i += 1) {
    if (isOut[i] === 1) continue
    read.person[next] = read.person[i] ?? 0
    read.atMs[next] = read.atMs[i] ?? 0
    read.sequence[next] = read.sequence[i] ?? 0
    for (const column of read.labels) column[next] = column[i] ?? 0
    next += 1
  }
  read.count = next
  return read
}

function keyOf(high: number, low: number): string {
  return `${high}:${low}`
}

/** Rows by person (counting sort), each person's by time; an arrival lies before a form of its moment. */
function byPerson(read: RawTouches, kinds: Uint8Array): { order: Uint32Array; starts: Uint32Array } {
  let most = -1
  for (let i = 0; i < read.count; i += 1) most = Math.max(most, read.person[i] ?? 0)
  const starts = new Uint32Array(most + 2)
  for (let i = 0; i < read.count; i += 1)
    starts[(read.person[i] ?? 0) + 1] = (starts[(read.person[i] ?? 0) + 1] ?? 0) + 1
  for (let p = 0; p <= most; p += 1) starts[p + 1] = (starts[p + 1] ?? 0) + (starts[p] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(read.count)
  for (let i = 0; i < read.count; i += 1) {
    const person = read.person[i] ?? 0
    const at = next[person] ?? 0
    order[at] = i
    next[person] = at + 1
  }
  const before = (a: number, b: number): number =>
    (read.atMs[a] ?? 0) - (read.atMs[b] ?? 0) || (kinds[a] ?? 0) - (kinds[b] ?? 0)
  for (let p = 0; p <= most; p += 1) {
    const [from, end] = [starts[p] ?? 0, starts[p + 1] ?? 0]
    if (end - from > 64) order.subarray(from, end).sort(before)
    else
      for (let i = from + 1; i < end; i += 1) {
        const row = order[i] ?? 0
        let k = i - 1
        while (k >= from && before(order[k] ?? 0, row) > 0) {
          order[k + 1] = order[k] ?? 0
          k -= 1
        }
        order[k + 1] = row
      }
  }
  return { order, starts }
}

function columnsOf(length: number, dimensions: number): RawTouches {
  return {
    count: 0,
    person: new Uint32Array(length),
    atMs: new Float64Array(length),
    sequence: new Float64Array(length),
    labels: Array.from({ length: dimensions }, () => new Uint32Array(length)),
  }
}

function grow(read: RawTouches): void {
  const length = read.person.length * 2
  read.person = wider(read.person, new Uint32Array(length))
  read.atMs = wider(read.atMs, new Float64Array(length))
  read.sequence = wider(read.sequence, new Float64Array(length))
  read.labels = read.labels.map((column) => wider(column, new Uint32Array(length)))
}

function wider<T extends { set(from: T): void }>(column: T, into: T): T {
  into.set(column)
  return into
}
