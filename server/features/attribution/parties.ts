import { numbered } from './numbered.ts'
import { type NumberedIds, numberedIds } from './numbered-ids.ts'

/**
 * Who makes journeys together: everybody of an account, or a person alone. In columns, since there are as many as people: by number of the
 * person the party they are in (-1: none yet), the one they are alone, and the next person of the same party; by number of the party its first
 * person and its segment (0: none).
 */
export type Parties = {
  count: number
  partyOf: Int32Array
  aloneIn: Int32Array
  nextOf: Int32Array
  firstOf: Int32Array
  segmentOf: Uint16Array
  account: NumberedIds
  partyOfAccount: number[]
  /** Names of segments by their number, and how many parties are in each. */
  segments: string[]
  inSegment: number[]
  segmentNumber(bytes: Buffer, start: number, length: number): number
}

const START = 1 << 10

export function noParties(): Parties {
  const segments = ['']
  const inSegment = [0]
  const names = numbered((bytes) => {
    inSegment.push(0)
    return segments.push(bytes.toString('utf8')) - 1
  })
  const none = (): Int32Array => new Int32Array(START).fill(-1)
  return {
    count: 0,
    partyOf: none(),
    aloneIn: none(),
    nextOf: none(),
    firstOf: none(),
    segmentOf: new Uint16Array(START),
    account: numberedIds(),
    partyOfAccount: [],
    segments,
    inSegment,
    segmentNumber: (bytes, start, length) => names.numberOf(bytes, start, length),
  }
}

/** Puts a person into the party of their account (-1: they have none), or into one of their own. `segment` 0 leaves the party's as it is. */
export function joinParty(parties: Parties, person: number, account: number, segment: number): number {
  if (person >= parties.partyOf.length) growPeople(parties, person + 1)
  let party = account < 0 ? (parties.aloneIn[person] ?? -1) : (parties.partyOfAccount[account] ?? -1)
  if (party < 0) {
    party = parties.count
    parties.count += 1
    if (party >= parties.firstOf.length) growParties(parties)
    if (account < 0) parties.aloneIn[person] = party
    else parties.partyOfAccount[account] = party
  }
  parties.partyOf[person] = party
  parties.nextOf[person] = parties.firstOf[party] ?? -1
  parties.firstOf[party] = person
  if (segment > 0) setSegment(parties, party, segment)
  return party
}

/** Takes everybody out of a party; gives who was in it. */
export function leaveParty(parties: Parties, party: number): number[] {
  const people: number[] = []
  for (let person = parties.firstOf[party] ?? -1; person >= 0; person = parties.nextOf[person] ?? -1) {
    people.push(person)
    parties.partyOf[person] = -1
  }
  parties.firstOf[party] = -1
  setSegment(parties, party, 0)
  return people
}

function setSegment({ segmentOf, inSegment }: Parties, party: number, segment: number): void {
  const before = segmentOf[party] ?? 0
  inSegment[before] = (inSegment[before] ?? 0) - 1
  inSegment[segment] = (inSegment[segment] ?? 0) + 1
  segmentOf[party] = segment
}

function growPeople(parties: Parties, least: number): void {
  const length = Math.max(least, parties.partyOf.length * 2)
  parties.partyOf = longer(parties.partyOf, length)
  parties.aloneIn = longer(parties.aloneIn, length)
  parties.nextOf = longer(parties.nextOf, length)
}

function growParties(parties: Parties): void {
  const length = parties.firstOf.length * 2
  parties.firstOf = longer(parties.firstOf, length)
  const segmentOf = new Uint16Array(length)
  segmentOf.set(parties.segmentOf)
  parties.segmentOf = segmentOf
}

function longer(column: Int32Array, length: number): Int32Array {
  const made = new Int32Array(length).fill(-1)
  made.set(column)
  return made
}
