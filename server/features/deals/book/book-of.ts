import type { Pool } from 'pg'
import type { Context } from '../../../context.ts'
import { shareNext } from '../share-next.ts'
import { compareBooks } from './compare-books.ts'
import type { DealBook } from './deal-book.ts'
import { followChanges, readDealBook } from './read-deal-book.ts'

type Kept = { book: DealBook | null; atMs: number; checkedMs: number; ask(): Promise<DealBook> }
type House = Pick<Context, 'db' | 'log'>

/** Changes are remembered for an hour: what was not asked for so long is read anew. */
const FOLLOWED_MS = 30 * 60_000
/** So often what was followed is held against what is read anew, beside the work. */
const CHECKED_MS = 60 * 60_000
const kept = new WeakMap<Pool, Kept>()

async function refresh({ db, log }: House, here: Kept): Promise<DealBook> {
  const beganMs = performance.now()
  const { book } = here
  // Whatever fails half-way leaves a book nobody can trust.
  here.book = null
  const isFollowed =
    book !== null && beganMs - here.atMs < FOLLOWED_MS && (await followChanges(db, book).catch(() => false))
  const now = isFollowed ? book : await readDealBook(db)
  if (!isFollowed) here.checkedMs = beganMs
  here.book = now
  here.atMs = beganMs
  if (beganMs - here.checkedMs > CHECKED_MS) {
    here.checkedMs = beganMs
    checkBook({ db, log }).catch((error: unknown) => log.warn({ err: error }, 'the deals could not be counted anew'))
  }
  return now
}

/**
 * All deals as the database holds them now, whoever changed them: one short statement tells what changed since the last time.
 * Whoever asks while it runs shares the next one, so that nobody is given what was true before they asked.
 */
export function bookOf(house: House): Promise<DealBook> {
  const known = kept.get(house.db)
  if (known !== undefined) return known.ask()
  const here: Kept = { book: null, atMs: 0, checkedMs: 0, ask: shareNext(() => refresh(house, here)).ask }
  kept.set(house.db, here)
  return here.ask()
}

/**
 * Reads all deals anew beside the book and holds the two against each other, both brought to the same moment. A difference is a
 * change that nobody noted: it is logged, and the new book takes the place of the old one. Returns the deals that differ.
 */
export async function checkBook(house: House): Promise<string[]> {
  const fresh = await readDealBook(house.db)
  let differing: string[] = []
  // What is changed between the two readings is told by the next ones.
  for (let tries = 0; tries < 5; tries += 1) {
    const held = await bookOf(house)
    if (!(await followChanges(house.db, fresh))) return checkBook(house)
    differing = compareBooks(held, fresh)
    if (differing.length === 0) return []
  }
  const here = kept.get(house.db)
  if (here !== undefined) here.book = null
  house.log.error(
    { deals: differing.slice(0, 20), count: differing.length },
    'counted deals differed and were read anew',
  )
  return differing
}
