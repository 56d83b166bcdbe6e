import { useSyncExternalStore } from 'react'

/** Acts in which something is said: the message that was taken goes along with the next of them. */
const SAYING = ['call.made', 'email.sent', 'message.sent', 'meeting.held']

const chosen = new Map<string, string>()
const watchers = new Set<() => void>()

function tell(): void {
  for (const watch of watchers) watch()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Takes a message for somebody; it counts as used once they are called, written to or met. */
export function chooseMessage(personId: string, messageId: string | null): void {
  if (messageId === null) chosen.delete(personId)
  else chosen.set(personId, messageId)
  tell()
}

/** The message taken for somebody, not yet used. */
export function useChosenMessage(personId: string): string | null {
  return useSyncExternalStore(watch, () => chosen.get(personId) ?? null)
}

/** The data of a fact with the message that was taken for it, which is used by that. */
export function withMessage(personId: string, kind: string, data: Record<string, unknown>): Record<string, unknown> {
  const message = chosen.get(personId)
  if (message === undefined || !SAYING.includes(kind) || data.message !== undefined) return data
  chooseMessage(personId, null)
  return { ...data, message }
}
