import type { Calendar } from '../worktime/calendar.ts'

/** Somebody of the company as routing sees them now. Counts are leads handed to them from this pool. */
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
}

/** How one pool stands: who took how many in the running day, week and month, and whose turn it is. */
export type PoolBook = {
  taken: Map<string, { day: number; week: number; month: number }>
  /** The number of the last lead each took, from 1, rising with every hand-over of the pool. Absent: none yet. */
  turns: Map<string, number>
}

export type Roster = { people: readonly RosterPerson[]; books: ReadonlyMap<string, PoolBook> }
