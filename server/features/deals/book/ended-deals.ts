import type { EndedDeals } from '@ensemble/engine/pipeline/win-loss.ts'
import { type DealBook, FREE, NONE, PROOFS, STATUSES } from './deal-book.ts'

type Ended = EndedDeals['status']
export type EndedMoney = {
  status: Ended
  isProven: boolean
  currency: string | null
  deals: number
  priced: number
  cents: number
}
export type AgainstRow = { competitor: string; status: Ended | 'open'; deals: number }

const OPEN = STATUSES.indexOf('open')
const UNPROVEN = PROOFS.indexOf('none')

function endedAs(status: number): Ended {
  const name = STATUSES[status]
  return name === undefined || name === 'open' ? 'undecided' : name
}

function wordsIn(list: string): string[] {
  const parsed: unknown = JSON.parse(list)
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string') : []
}

function saidIn(text: string): EndedDeals['said'] {
  const parsed: EndedDeals['said'] = JSON.parse(text)
  return parsed
}

/** Counts by whole numbers, made in one pass. */
function counter() {
  const counts = new Map<number, number>()
  return {
    counts,
    add(key: number): void {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    },
  }
}

/** Closed deals by how they ended, what was said and their money; and all that met competitors. In one pass. */
export function countEnded(
  book: DealBook,
  isEnded: (slot: number) => boolean,
  isOpen: (slot: number) => boolean,
): { ended: EndedDeals[]; money: EndedMoney[]; rivals: AgainstRow[] } {
  const said = counter()
  const rivals = counter()
  const money = new Map<number, EndedMoney>()
  for (let slot = 0; slot < book.size; slot += 1) {
    const status = book.status[slot] ?? FREE
    if (status === FREE || !(status === OPEN ? isOpen(slot) : isEnded(slot))) continue
    const list = book.competitors[slot] ?? NONE
    if (list !== NONE) rivals.add(list * 4 + status)
    if (status === OPEN) continue
    said.add((book.said[slot] ?? 0) * 4 + status)
    addMoney(book, money, slot, status)
  }
  const words = book.words
  return {
    ended: [...said.counts].map(([key, deals]) => ({
      status: endedAs(key % 4),
      said: saidIn(words.said.words[Math.floor(key / 4)] ?? '[]'),
      deals,
    })),
    money: [...money.values()].sort((a, b) => b.cents - a.cents),
    rivals: [...rivals.counts].flatMap(([key, deals]) =>
      wordsIn(words.list.words[Math.floor(key / 4)] ?? '[]').map((competitor) => ({
        competitor,
        status: key % 4 === OPEN ? ('open' as const) : endedAs(key % 4),
        deals,
      })),
    ),
  }
}

function addMoney(book: DealBook, money: Map<number, EndedMoney>, slot: number, status: number): void {
  const proof = book.proof[slot] ?? UNPROVEN
  const currency = book.currency[slot] ?? NONE
  const key = (currency + 1) * 16 + status * 4 + (proof === UNPROVEN ? 0 : 1)
  let row = money.get(key)
  if (row === undefined) {
    const word = book.words.currency.words[currency] ?? null
    row = { status: endedAs(status), isProven: proof !== UNPROVEN, currency: word, deals: 0, priced: 0, cents: 0 }
    money.set(key, row)
  }
  row.deals += 1
  const cents = book.cents[slot] ?? Number.NaN
  if (Number.isNaN(cents)) return
  row.priced += 1
  row.cents += cents
}
