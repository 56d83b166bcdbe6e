import type { ToPast } from './question.ts'
import type { PastAnswer } from './warm-touches.ts'

export type ToThread = { id: number; databaseUrl: string; ask: ToPast }
export type FromThread = { id: number } & ({ answer: PastAnswer } | { error: unknown })
