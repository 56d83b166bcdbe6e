import type { FastifyBaseLogger } from 'fastify'
import type { Pool } from 'pg'
import type { AgreementBook } from './features/agreements/book.ts'
import type { IntakeMode } from './features/tracking/intake.ts'
import type { Bus } from './http/bus.ts'

export type Outside = { smtpUrl: string | undefined; mailFrom: string | undefined; canHookLoopback: boolean }

/** What every verb may need, made once in main.ts. The clock is here so that tests can hold it still. */
export type Context = {
  db: Pool
  /** Connections that send statements without waiting for each answer: for what arrives in great numbers. No COPY, no cursor. */
  receivingDb?: Pool
  /** Connections for pages that find their rows by key: statements are planned once for each of them, and go in one flight. */
  readingDb?: Pool
  /** Epoch ms. */
  now: () => number
  log: FastifyBaseLogger
  agreements: AgreementBook
  bus: Bus
  /** Address at which people reach this installation, without a slash at the end. */
  publicUrl: string
  secret: string
  /** Folder for uploads. */
  home: string
  /** How events are stored (ENSEMBLE_INTAKE). Absent: whole, before they are answered. */
  intake?: IntakeMode
  /** How long what is dear to find and changes slowly may be given out again (`kept`). Absent: it is found anew each time. */
  keepMs?: number
  /** Holds what the database wrote against its contract as well: for tests. */
  checksWritten?: boolean
  /** Events that may wait in the inbox, where it is not the usual bound. */
  mostWaiting?: number
  /** How notices leave the house, as the environment says. */
  outside?: Outside
}
