import type { Calendar } from '../worktime/calendar.ts'

/** Somebody of the company as routing sees them now. */
export type RosterPerson = {
  id: string
  email: string | null
  team: string | null
  isActive: boolean
  /** Planned absences that have not ended, epoch ms, half-open. */
  away: readonly { from: number; to: number }[]
  /** Own working hours, or null for the agreement's. */
  calendar: Calendar | null
  openLeads: number
  /** Languages they work in, as BCP-47 tags. Absent: none is noted. */
  languages?: readonly string[]
  /** What they can do, in the company's own words. Absent: nothing is noted. */
  skills?: readonly string[]
}

export type Taken = { day: number; week: number; month: number }

/** How one pool stands: who took how many in the running day, week and month, and whose turn it is. */
export type PoolBook = {
  taken: Map<string, Taken>
  /** The number of the last lead each took, from 1, rising with every hand-over of the pool. Absent: none yet. */
  turns: Map<string, number>
  /** Turns given back for rejected leads and not used yet. */
  credits: Map<string, number>
  /** Where the rounds of a pool with weights stand: see `weighted-turn.ts`. */
  rounds: { now: number; finish: Map<string, number> }
}

export type Roster = { people: readonly RosterPerson[]; books: ReadonlyMap<string, PoolBook> }

/** A pool of which nobody has had a lead. */
export function emptyBook(): PoolBook {
  return { taken: new Map(), turns: new Map(), credits: new Map(), rounds: { now: 0, finish: new Map() } }
}
