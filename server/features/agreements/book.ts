import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'

/** The agreements that are or were in force, compiled. Kept fresh by whoever signs. */
export type AgreementBook = {
  /** The version in force at a moment (epoch ms). There is always one: version 1 holds from the beginning of time. */
  at(atMs: number): CompiledAgreement
  byVersion(version: number): CompiledAgreement | null
  /** Reads the versions again after a signature. */
  refresh(): Promise<void>
}
