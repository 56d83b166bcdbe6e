import type { z } from 'zod'
import type { IncomingFact } from '../../facts/incoming.ts'
import type { mapping } from '../contract.ts'
import type { Finding } from '../finding.ts'
import type { OpenedTable } from '../tables/open-table.ts'

export type Mapping = z.output<typeof mapping>

/** A file of an import, opened. `role` is the profile's word for what the file is. */
export type ImportFile = OpenedTable & { name: string; role: string; path: string }

/** What a row becomes. `findings` with a dropped one mean that its facts are not recorded. */
export type RowOutcome = {
  file: string
  row: number
  cells: readonly string[]
  facts: IncomingFact[]
  findings: Finding[]
}

/** The people of the company that a file names. In a preview they are looked up but not made. */
export type UserDirectory = {
  /** A user known by this id of another system, made when `name` is given and nobody is. */
  byExternalId(externalId: string, name: string): Promise<string | null>
  /** A user known by address or by name. */
  find(text: string): Promise<string | null>
}

export type ProfileInput = {
  importId: string
  files: readonly ImportFile[]
  mapping: Mapping
  /** When the import was asked for, epoch ms: the moment of what has no date, the same when the job runs again. */
  arrivedAtMs: number
  users: UserDirectory
}

export type KnownFile = { name: string; columns: readonly string[] }

/**
 * A way of reading files. Ready profiles are listed in profiles.ts; the same files and mapping give the same outcomes
 * in the same order each time, so that an interrupted import can go on.
 */
export type Profile = {
  id: string
  name: string
  description: string
  /** The files it wants, for people. */
  files: readonly string[]
  /** A role for each file (null: not used), or null when these files are not of this profile. */
  assign(files: readonly KnownFile[]): (string | null)[] | null
  /** Null when the profile needs no mapping. */
  proposeMapping: ((columns: readonly string[]) => Mapping) | null
  /** It brings deals with the stages of another system: which stages of the house they become can be chosen. */
  hasDeals?: true
  outcomes(input: ProfileInput): AsyncGenerator<RowOutcome>
}

/** True when the row's facts are not to be recorded. */
export function isDropped(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'dropped')
}
