import { KeyRace } from '../facts/resolve-people.ts'

/** A fault of the connection is the same for every message: trying them one by one would not help. */
export function isOfConnection(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  return /^(08|57P|53|25006|E[A-Z]+$)/.test(code) || /Connection terminated|timeout exceeded/.test(message)
}

/** A fault that says nothing of the messages at hand: the database is away, full or busy, or two transactions met too often. */
export function isPassing(error: unknown): boolean {
  if (error instanceof KeyRace || isOfConnection(error)) return true
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return /^(40|55|57)/.test(code)
}
