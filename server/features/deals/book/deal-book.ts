import { emptyWords, type Words } from './words.ts'

export const STATUSES = ['open', 'won', 'lost', 'undecided'] as const
export const PROOFS = ['none', 'contract', 'payment'] as const
/** A slot without a deal. */
export const FREE = 255
/** No close date, no colleague, no currency. */
export const NONE = -1

/**
 * The deals as columns in memory: what is counted over all of them is counted here. A slot is a deal; `FREE` slots wait for new
 * ones. Words (stages, sellers, lists of products) are numbers of `Words`.
 */
export type DealBook = {
  /** Grows with every change: what was counted of a version holds while it stands. */
  version: number
  /** What the database had committed when this was read, as PostgreSQL names it. */
  snapshot: string
  zone: string
  /** Slots in use and free ones; columns are at least so long. */
  size: number
  deals: number
  free: number[]
  slotsOf: Map<string, number[]>
  personId: string[]
  dealId: string[]
  name: (string | null)[]
  status: Uint8Array
  proof: Uint8Array
  pipeline: Int32Array
  stage: Int32Array
  closer: Int32Array
  currency: Int32Array
  /** NaN: no amount. */
  cents: Float64Array
  openedMs: Float64Array
  /** NaN while open. */
  closedMs: Float64Array
  /** Days since 1970. */
  closeDay: Int32Array
  hasStep: Uint8Array
  /** NaN: no day is said. */
  nextStepMs: Float64Array
  products: Int32Array
  competitors: Int32Array
  reasons: Int32Array
  said: Int32Array
  /** Stage and moment (epoch ms) of its first being reached, in turns. */
  reached: Float64Array[]
  /** What was said of it over time: moment, close day, cents, currency, seller, stage, in turns. */
  terms: Float64Array[]
  words: Record<'pipeline' | 'stage' | 'closer' | 'currency' | 'list' | 'said', Words>
}

export const TERM = 6

const ROOM = 1_024

export function emptyBook(): DealBook {
  return {
    version: 0,
    snapshot: '',
    zone: 'Europe/Paris',
    size: 0,
    deals: 0,
    free: [],
    slotsOf: new Map(),
    personId: [],
    dealId: [],
    name: [],
    status: new Uint8Array(ROOM).fill(FREE),
    proof: new Uint8Array(ROOM),
    pipeline: new Int32Array(ROOM),
    stage: new Int32Array(ROOM),
    closer: new Int32Array(ROOM),
    currency: new Int32Array(ROOM),
    cents: new Float64Array(ROOM),
    openedMs: new Float64Array(ROOM),
    closedMs: new Float64Array(ROOM),
    closeDay: new Int32Array(ROOM),
    hasStep: new Uint8Array(ROOM),
    nextStepMs: new Float64Array(ROOM),
    products: new Int32Array(ROOM),
    competitors: new Int32Array(ROOM),
    reasons: new Int32Array(ROOM),
    said: new Int32Array(ROOM),
    reached: [],
    terms: [],
    words: {
      pipeline: emptyWords(),
      stage: emptyWords(),
      closer: emptyWords(),
      currency: emptyWords(),
      list: emptyWords(),
      said: emptyWords(),
    },
  }
}

const COLUMNS = [
  'proof',
  'pipeline',
  'stage',
  'closer',
  'currency',
  'cents',
  'openedMs',
  'closedMs',
  'closeDay',
  'hasStep',
  'nextStepMs',
  'products',
  'competitors',
  'reasons',
  'said',
] as const

function longer<C extends Uint8Array | Int32Array | Float64Array>(column: C, room: number): C {
  const made = Reflect.construct(column.constructor, [room])
  made.set(column)
  return made
}

/** Room for one more deal. Returns its slot. */
export function takeSlot(book: DealBook): number {
  const freed = book.free.pop()
  if (freed !== undefined) return freed
  if (book.size === book.status.length) {
    const room = book.size * 2
    const columns: Record<string, unknown> = { status: longer(book.status, room).fill(FREE, book.size) }
    for (const name of COLUMNS) columns[name] = longer(book[name], room)
    Object.assign(book, columns)
  }
  book.size += 1
  return book.size - 1
}

/** Takes the deals of a person out. */
export function dropPerson(book: DealBook, personId: string): void {
  for (const slot of book.slotsOf.get(personId) ?? []) {
    book.status[slot] = FREE
    book.free.push(slot)
    book.deals -= 1
  }
  book.slotsOf.delete(personId)
}
