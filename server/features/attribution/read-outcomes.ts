import type { Client } from 'pg'
import { type BinaryRow, copyBinary, momentOf, textOf } from './copy-binary.ts'
import { ACCEPTED, type Outcomes, REJECTED, takeNumber } from './outcomes.ts'
import type { TouchPast } from './touch-past.ts'

/** Conversions in columns, to be put into the book; `person` by number, what else is known of them under `reference`. */
export type RawOutcomes = {
  person: number[]
  level: number[]
  atMs: number[]
  cents: number[]
  leadAtMs: number[]
  opportunityAtMs: number[]
  reference: number[]
}

const LEAD_FIELDS = 12
const WON_FIELDS = 8

/**
 * A lead counts when its attempt was opened, an opportunity when it became one with what its deals are worth. What sales turned down, wrong leads
 * and disqualified ones alike, is rejected. `where` narrows to some people.
 */
export function leadsStatement(where: string): string {
  return `copy (
    select l.person_id, l.attempt, l.opened_at, l.opportunity_at, l.won_at,
           (case when l.outcome in ('rejected', 'disqualified') then ${REJECTED} when l.accepted_at is not null then ${ACCEPTED} else 0 end)::smallint,
           coalesce(l.reason, ''), l.channel, l.campaign, d.cents, d.deal, d.currency
      from leads l
      left join (
        select person_id, attempt, sum(amount_cents)::float8 as cents, min(coalesce(name, deal_id)) as deal,
               case when min(currency) <> max(currency) then '*' else min(currency) end as currency
          from deals where true${where} group by 1, 2) d on d.person_id = l.person_id and d.attempt = l.attempt and l.opportunity_at is not null
     where true${where.replaceAll('person_id', 'l.person_id')}
  ) to stdout (format binary)`
}

/** A won deal counts when it was won. */
export function wonStatement(where: string): string {
  return `copy (
    select d.person_id, d.attempt, d.closed_at, d.amount_cents::float8, l.opened_at, l.opportunity_at, coalesce(d.name, d.deal_id), d.currency
      from deals d left join leads l on l.person_id = d.person_id and l.attempt = d.attempt
     where d.status = 'won' and d.closed_at is not null${where.replaceAll('person_id', 'd.person_id')}
  ) to stdout (format binary)`
}

/** What journeys became. Money in another currency than the company's counts for nothing and is told apart. */
export async function readOutcomes(client: Client, where: string, past: TouchPast): Promise<RawOutcomes> {
  const { outcomes } = past
  const raw: RawOutcomes = {
    person: [],
    level: [],
    atMs: [],
    cents: [],
    leadAtMs: [],
    opportunityAtMs: [],
    reference: [],
  }
  const put = (number: number, leadAtMs: number): void => {
    const own = outcomes.currencies[outcomes.currency[number] ?? 0]
    const cents = outcomes.cents[number] ?? 0
    raw.person.push(outcomes.person[number] ?? 0)
    raw.level.push(outcomes.level[number] ?? 0)
    raw.atMs.push(outcomes.atMs[number] ?? 0)
    raw.cents.push(Number.isNaN(cents) || own !== past.currency ? 0 : cents)
    raw.leadAtMs.push(leadAtMs)
    raw.opportunityAtMs.push(outcomes.opportunityAtMs[number] ?? Number.NaN)
    raw.reference.push(number)
  }
  await copyBinary(client, leadsStatement(where), LEAD_FIELDS, (row) => {
    const { bytes, starts, lengths } = row
    const person = past.person.numberOf(bytes, starts[0] ?? 0)
    const leadAtMs = momentOf(row, 2)
    const opportunityAtMs = momentOf(row, 3)
    const lead = begin(outcomes, row, person, 0, leadAtMs)
    outcomes.opportunityAtMs[lead] = opportunityAtMs
    outcomes.wonAtMs[lead] = momentOf(row, 4)
    outcomes.verdict[lead] = bytes.readInt16BE(starts[5] ?? 0)
    outcomes.reason[lead] = outcomes.reasonNumber.numberOf(bytes, starts[6] ?? 0, lengths[6] ?? 0)
    outcomes.channel[lead] = labelAt(past, row, 0, 7)
    outcomes.campaign[lead] = labelAt(past, row, 2, 8)
    put(lead, leadAtMs)
    if (Number.isNaN(opportunityAtMs)) return
    const opportunity = begin(outcomes, row, person, 1, opportunityAtMs)
    outcomes.opportunityAtMs[opportunity] = opportunityAtMs
    setMoney(outcomes, opportunity, row, 9, 11)
    outcomes.deal[opportunity] = textOf(row, 10)
    put(opportunity, leadAtMs)
  })
  await copyBinary(client, wonStatement(where), WON_FIELDS, (row) => {
    const person = past.person.numberOf(row.bytes, row.starts[0] ?? 0)
    const won = begin(outcomes, row, person, 2, momentOf(row, 2))
    outcomes.opportunityAtMs[won] = momentOf(row, 5)
    setMoney(outcomes, won, row, 3, 7)
    outcomes.deal[won] = textOf(row, 6)
    put(won, momentOf(row, 4))
  })
  return raw
}

function begin(outcomes: Outcomes, { bytes, starts }: BinaryRow, person: number, level: number, atMs: number): number {
  const number = takeNumber(outcomes)
  outcomes.level[number] = level
  outcomes.person[number] = person
  outcomes.attempt[number] = bytes.readInt32BE(starts[1] ?? 0)
  outcomes.atMs[number] = atMs
  outcomes.cents[number] = Number.NaN
  outcomes.deal[number] = null
  return number
}

function setMoney(outcomes: Outcomes, number: number, row: BinaryRow, cents: number, currency: number): void {
  if ((row.lengths[cents] ?? -1) < 0) return
  outcomes.cents[number] = row.bytes.readDoubleBE(row.starts[cents] ?? 0)
  const length = row.lengths[currency] ?? -1
  // The company's own is number 0: what names none is taken to be in it.
  outcomes.currency[number] =
    length < 0 ? 0 : outcomes.currencyNumber.numberOf(row.bytes, row.starts[currency] ?? 0, length)
}

function labelAt(past: TouchPast, { bytes, starts, lengths }: BinaryRow, dimension: number, field: number): number {
  const length = lengths[field] ?? -1
  return length < 0 ? -1 : (past.labels[dimension]?.numberOf(bytes, starts[field] ?? 0, length) ?? -1)
}
