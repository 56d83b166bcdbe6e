/** A fact that waits: with its moment, and with the id that lets it be sent twice and count once. */
export type WaitingFact = {
  kind: string
  who: { personId: string }
  data: Record<string, unknown>
  messageId: string
  at: string
}

/** What somebody did while the server could not be reached. */
export type Waiting = {
  id: string
  /** What was said when it was done: "Vera Lind: accepted". */
  said: string
  personIds: string[]
  facts: WaitingFact[]
  /** Why the server would not have it; null while it waits. */
  refusal: string | null
}

export type Stored = { factId: string; personId: string }[]
/** What became of one that was sent. `later`: nobody can tell yet. */
export type Outcome = { is: 'stored'; facts: Stored } | { is: 'refused'; why: string } | { is: 'later' }

/** Where the queue lies. Read again before every change: another window may have changed it. */
export type Box = { read: () => Waiting[]; write: (all: Waiting[]) => void }

/** More than this is not kept: a browser has little room, and whoever is away so long must know. */
export const KEPT_AT_MOST = 200

/** Puts one at the end. False when there is no room. */
export function keep(box: Box, one: Waiting): boolean {
  const all = box.read()
  if (all.length >= KEPT_AT_MOST) return false
  box.write([...all, one])
  return true
}

/** Takes one out; false when it is not there any more. */
export function drop(box: Box, id: string): boolean {
  const all = box.read()
  const rest = all.filter((one) => one.id !== id)
  if (rest.length === all.length) return false
  box.write(rest)
  return true
}

/** Lets one that was refused be tried again, in its old place. */
export function tryAgain(box: Box, id: string): void {
  box.write(box.read().map((one) => (one.id === id ? { ...one, refusal: null } : one)))
}

/**
 * Sends what waits, the oldest first, one at a time. Stops at the first that cannot be sent now, so that the order holds;
 * one that is refused stays with its reason and does not hold up the rest.
 */
export async function sendInOrder(
  box: Box,
  send: (one: Waiting) => Promise<Outcome>,
  heed: (one: Waiting, outcome: Exclude<Outcome, { is: 'later' }>) => void,
): Promise<'all' | 'later'> {
  for (;;) {
    const one = box.read().find(({ refusal }) => refusal === null)
    if (one === undefined) return 'all'
    const outcome = await send(one)
    if (outcome.is === 'later') return 'later'
    if (outcome.is === 'stored') drop(box, one.id)
    else {
      box.write(box.read().map((each) => (each.id === one.id ? { ...each, refusal: outcome.why } : each)))
    }
    heed(one, outcome)
  }
}

/** Whether an answer says nothing about the fact itself: no network, nobody signed in, too busy, not up. */
export function isLater({ code, status }: { code: string; status: number }): boolean {
  return code === 'offline' || status === 401 || status === 408 || status === 429 || status >= 500
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function factOf(raw: unknown): WaitingFact | null {
  if (!isRecord(raw) || !isRecord(raw.who) || !isRecord(raw.data)) return null
  const { kind, messageId, at, data } = raw
  const { personId } = raw.who
  if (typeof kind !== 'string' || typeof messageId !== 'string' || typeof at !== 'string') return null
  return typeof personId === 'string' ? { kind, who: { personId }, data, messageId, at } : null
}

function waitingOf(raw: unknown): Waiting | null {
  if (!isRecord(raw) || typeof raw.id !== 'string' || typeof raw.said !== 'string' || !Array.isArray(raw.facts))
    return null
  const facts = raw.facts.map(factOf).filter((fact) => fact !== null)
  if (facts.length === 0 || facts.length !== raw.facts.length) return null
  const personIds = [...new Set(facts.map((fact) => fact.who.personId))]
  return {
    id: raw.id,
    said: raw.said,
    personIds,
    facts,
    refusal: typeof raw.refusal === 'string' ? raw.refusal : null,
  }
}

/** The queue as a browser kept it. What is damaged is left out, the rest counts. */
export function parseWaiting(text: string | null): Waiting[] {
  if (text === null) return []
  try {
    const raw: unknown = JSON.parse(text)
    return Array.isArray(raw) ? raw.map(waitingOf).filter((one) => one !== null) : []
  } catch {
    return []
  }
}
