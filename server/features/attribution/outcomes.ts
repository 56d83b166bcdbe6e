import { type Numbered, numbered } from './numbered.ts'

/** What a lead's own sales said of it. */
export const ACCEPTED = 1
export const REJECTED = 2

/** Leads, opportunities and won deals by their number in the book's column `reference`; the number of what is gone is given again. */
export type Outcomes = {
  count: number
  free: number[]
  isAlive: Uint8Array
  level: Uint8Array
  person: Uint32Array
  attempt: Int32Array
  atMs: Float64Array
  /** What it is worth in its own currency; NaN without an amount. */
  cents: Float64Array
  currency: Uint16Array
  /** Of leads only: labels of their own touch (-1: none), what sales said, why not, and what became of them. */
  channel: Int32Array
  campaign: Int32Array
  verdict: Uint8Array
  reason: Uint16Array
  opportunityAtMs: Float64Array
  wonAtMs: Float64Array
  /** Of opportunities and deals: what they are called. */
  deal: (string | null)[]
  currencies: string[]
  reasons: string[]
  currencyNumber: Numbered
  reasonNumber: Numbered
}

/** The texts of a small number of different ones, by number. */
function naming(names: string[]): Numbered {
  return numbered((bytes) => names.push(bytes.toString('utf8')) - 1)
}

/** The company's own currency is number 0. */
export function noOutcomes(currency: string): Outcomes {
  const currencies: string[] = []
  const reasons: string[] = []
  const currencyNumber = naming(currencies)
  const own = Buffer.from(currency)
  currencyNumber.numberOf(own, 0, own.length)
  return {
    count: 0,
    free: [],
    ...columnsOf(1 << 10),
    deal: [],
    currencies,
    reasons,
    currencyNumber,
    reasonNumber: naming(reasons),
  }
}

function columnsOf(length: number) {
  return {
    isAlive: new Uint8Array(length),
    level: new Uint8Array(length),
    person: new Uint32Array(length),
    attempt: new Int32Array(length),
    atMs: new Float64Array(length),
    cents: new Float64Array(length),
    currency: new Uint16Array(length),
    channel: new Int32Array(length),
    campaign: new Int32Array(length),
    verdict: new Uint8Array(length),
    reason: new Uint16Array(length),
    opportunityAtMs: new Float64Array(length),
    wonAtMs: new Float64Array(length),
  }
}

/** A number for one more outcome, whose columns the caller fills. */
export function takeNumber(outcomes: Outcomes): number {
  const again = outcomes.free.pop()
  const number = again ?? outcomes.count
  if (again === undefined) {
    if (number === outcomes.isAlive.length) grow(outcomes)
    outcomes.count += 1
    outcomes.deal.push(null)
  }
  outcomes.isAlive[number] = 1
  return number
}

export function giveBack(outcomes: Outcomes, number: number): void {
  outcomes.isAlive[number] = 0
  outcomes.deal[number] = null
  outcomes.free.push(number)
}

function grow(outcomes: Outcomes): void {
  const wider = columnsOf(outcomes.isAlive.length * 2)
  wider.isAlive.set(outcomes.isAlive)
  wider.level.set(outcomes.level)
  wider.person.set(outcomes.person)
  wider.attempt.set(outcomes.attempt)
  wider.atMs.set(outcomes.atMs)
  wider.cents.set(outcomes.cents)
  wider.currency.set(outcomes.currency)
  wider.channel.set(outcomes.channel)
  wider.campaign.set(outcomes.campaign)
  wider.verdict.set(outcomes.verdict)
  wider.reason.set(outcomes.reason)
  wider.opportunityAtMs.set(outcomes.opportunityAtMs)
  wider.wonAtMs.set(outcomes.wonAtMs)
  Object.assign(outcomes, wider)
}
