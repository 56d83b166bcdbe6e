import { useSyncExternalStore } from 'react'

/** A call begun by a click on a number: the panel follows it until its outcome is said. */
export type CallAtHand = { personId: string; name: string; phone: string }

let current: CallAtHand | null = null
const watchers = new Set<() => void>()

function become(next: CallAtHand | null): void {
  current = next
  for (const watcher of watchers) watcher()
}

export function beginCall(call: CallAtHand): void {
  become(call)
}

export function leaveCall(): void {
  become(null)
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function useCallAtHand(): CallAtHand | null {
  return useSyncExternalStore(watch, () => current)
}
