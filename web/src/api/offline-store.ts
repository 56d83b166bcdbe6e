import { api, take } from './client.ts'
import {
  type Box,
  drop,
  isLater,
  keep,
  type Outcome,
  parseWaiting,
  type Stored,
  sendInOrder,
  tryAgain,
  type Waiting,
} from './offline-queue.ts'
import { ProblemError } from './problem-error.ts'

export type Heed = (one: Waiting, outcome: Exclude<Outcome, { is: 'later' }>) => void

const WAITS_MS = [2_000, 5_000, 15_000, 30_000, 60_000]
const KEY = 'ensemble-waiting'

const watchers = new Set<() => void>()
const senders = new Map<string, (facts: Stored | null) => void>()
let user: string | null = null
let seen: readonly Waiting[] = []
let isSending = false
let beingSent: string | null = null
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let heed: Heed = () => undefined

function boxOf(userId: string): Box {
  const key = `${KEY}-${userId}`
  return {
    read: () => parseWaiting(localStorage.getItem(key)),
    write: (all) => {
      if (all.length === 0) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(all))
      look()
    },
  }
}

function look(): void {
  seen = user === null ? [] : boxOf(user).read()
  // Another window has sent it: what it became is not known here.
  if (!isSending) {
    for (const [id, tell] of senders) {
      if (seen.some((one) => one.id === id)) continue
      senders.delete(id)
      tell(null)
    }
  }
  for (const watcher of watchers) watcher()
}

async function send(one: Waiting): Promise<Outcome> {
  beingSent = one.id
  try {
    const { facts } = await take(api.POST('/api/facts', { body: { facts: one.facts } }))
    return { is: 'stored', facts: facts.map(({ factId, personId }) => ({ factId, personId })) }
  } catch (error) {
    if (!(error instanceof ProblemError) || isLater(error)) return { is: 'later' }
    const places = error.places.map((place) => place.what)
    return { is: 'refused', why: [error.message, ...places, error.mend ?? ''].filter((each) => each !== '').join(' ') }
  } finally {
    beingSent = null
  }
}

/** One window sends at a time where the browser can tell; where it cannot, ids keep a second sending harmless. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined
  if (locks === undefined) await work()
  else await locks.request(KEY, work)
}

/** Sends what waits, now. Tries again by itself, ever more seldom, while there is something that cannot be sent. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(timer)
  if (isSending || user === null || !seen.some(({ refusal }) => refusal === null)) return
  isSending = true
  const ofWhom = user
  try {
    await alone(async () => {
      const end = await sendInOrder(
        boxOf(ofWhom),
        async (one) => (user === ofWhom ? send(one) : { is: 'later' }),
        (one, outcome) => {
          senders.get(one.id)?.(outcome.is === 'stored' ? outcome.facts : null)
          senders.delete(one.id)
          heed(one, outcome)
        },
      )
      failures = end === 'all' ? 0 : failures + 1
    })
  } finally {
    isSending = false
    look()
    const waitMs = WAITS_MS[Math.min(failures, WAITS_MS.length) - 1]
    if (waitMs !== undefined) timer = setTimeout(() => void sendWaiting(), waitMs)
  }
}

/** Opens what this person left unsent, and sends it; returns how to close it. */
export function openWaiting(userId: string, onOutcome: Heed): () => void {
  user = userId
  heed = onOutcome
  look()
  void sendWaiting()
  const again = () => void sendWaiting()
  window.addEventListener('online', again)
  window.addEventListener('storage', look)
  return () => {
    window.removeEventListener('online', again)
    window.removeEventListener('storage', look)
    clearTimeout(timer)
    user = null
    look()
  }
}

/** Keeps one; null when there is no room or no storage. The promise tells what it became, once that is known. */
export function keepWaiting(one: Waiting): { stored: Promise<Stored | null> } | null {
  try {
    if (user === null || !keep(boxOf(user), one)) return null
  } catch {
    return null
  }
  const stored = new Promise<Stored | null>((resolve) => senders.set(one.id, resolve))
  failures = Math.max(failures, 1)
  clearTimeout(timer)
  timer = setTimeout(() => void sendWaiting(), WAITS_MS[0])
  return { stored }
}

/** Takes one back: true when it had not been stored and never will be. */
export function dropWaiting(id: string): boolean {
  return user !== null && beingSent !== id && drop(boxOf(user), id)
}

export function tryWaitingAgain(id: string): void {
  if (user !== null) tryAgain(boxOf(user), id)
  void sendWaiting()
}

export function watchWaiting(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** What waits, the oldest first. */
export function waitingNow(): readonly Waiting[] {
  return seen
}

/** True while something about this person waits to be sent. */
export function isWaiting(personId: string): boolean {
  return seen.some((one) => one.refusal === null && one.personIds.includes(personId))
}
