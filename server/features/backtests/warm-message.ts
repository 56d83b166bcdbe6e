import type { LiveQuestion } from './question.ts'
import type { LiveAnswer } from './warm-past.ts'

export type ToWarm = { id: number; databaseUrl: string; question: LiveQuestion; mark: string }
export type FromWarm = { id: number } & ({ answer: LiveAnswer } | { isDropped: true } | { error: unknown })

/** Of questions in flight, which nobody waits for any more: one place each, raised by who asked. */
export const PLACES = 256
