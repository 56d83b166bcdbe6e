import { setImmediate } from 'node:timers/promises'
import type { Pool } from 'pg'
import { type DealBook, dropPerson, emptyBook } from './deal-book.ts'
import { BOOK_CELLS, type BookCells, putDeal } from './put-deal.ts'

const CHUNK = 2_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
/** More changed people than these: reading everything anew is cheaper, and needs no answer of unbounded size. */
const MOST_CHANGED = 5_000

const ZONE = `coalesce((select value #>> '{}' from settings where key = 'zone'), 'Europe/Paris')`

/** All deals, in pieces: what else this process does goes on in between. What changes meanwhile is found by the first `followChanges`. */
export async function readDealBook(db: Pool): Promise<DealBook> {
  const book = emptyBook()
  // Changes that a restored backup brought are of another database: their numbers mean nothing here.
  await db.query('delete from deal_changes where changed_in >= pg_snapshot_xmax(pg_current_snapshot())')
  const { rows } = await db.query<{ snapshot: string; zone: string }>(
    `select pg_current_snapshot()::text as snapshot, ${ZONE} as zone`,
  )
  book.snapshot = rows[0]?.snapshot ?? ''
  book.zone = rows[0]?.zone ?? book.zone
  let after: BookCells | undefined
  for (;;) {
    const page = await db.query<{ cells: BookCells[] | null }>(
      `select json_agg(${BOOK_CELLS}) as cells from (
         select * from deals where (person_id, deal_id) > ($1::uuid, $2::text) order by person_id, deal_id limit $3) d`,
      [after?.[0] ?? BEFORE_ALL, after?.[1] ?? '', CHUNK],
    )
    const cells = page.rows[0]?.cells ?? []
    for (const deal of cells) putDeal(book, deal)
    after = cells.at(-1)
    if (after === undefined || cells.length < CHUNK) break
    await setImmediate()
  }
  book.version = 1
  return book
}

type News = { snapshot: string; zone: string; persons: string[] | null; cells: BookCells[] | null }

// What a statement sees is what its snapshot holds: the next one asks for all that this one did not see, however late it commits.
const NEWS = `with changed as materialized (
    select distinct person_id from deal_changes
    where changed_in >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(changed_in, $1::pg_snapshot) limit ${MOST_CHANGED + 1})
  select pg_current_snapshot()::text as snapshot, ${ZONE} as zone, (select json_agg(person_id) from changed) as persons,
    (select json_agg(${BOOK_CELLS}) from deals d where d.person_id in (select person_id from changed)) as cells`

/** Brings the book to what the database holds now. False: too much changed, it must be read anew. */
export async function followChanges(db: Pool, book: DealBook): Promise<boolean> {
  const { rows } = await db.query<News>({ name: 'deal book', text: NEWS, values: [book.snapshot] })
  const news = rows[0]
  if (news === undefined) return false
  const persons = news.persons ?? []
  if (persons.length > MOST_CHANGED) return false
  for (const personId of persons) dropPerson(book, personId)
  for (const deal of news.cells ?? []) putDeal(book, deal)
  if (persons.length > 0 || news.zone !== book.zone) book.version += 1
  book.snapshot = news.snapshot
  book.zone = news.zone
  return true
}
