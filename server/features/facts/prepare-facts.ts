import { checkedFact } from '@ensemble/engine/facts/checked-fact.ts'
import type { Fact } from '@ensemble/engine/facts/fact.ts'
import { FACT_DATA, type FactKind, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { newId } from '../../db/new-id.ts'
import { Problem, type ProblemPlace } from '../../http/problem.ts'
import type { IncomingFact, Who } from './incoming.ts'
import { isSharedMailbox } from './shared-mailbox.ts'

export type KeyKind = 'email' | 'phone' | 'external' | 'anonymous'
/** `isShared`: several people may use it (info@, a switchboard), so that it names nobody who has a key of their own. */
export type Key = { kind: KeyKind; value: string; isShared?: boolean }
/** A checked fact with the keys it came under, strongest first, not yet joined to a person. */
export type PreparedFact = {
  fact: Fact
  keys: Key[]
  personId: string | null
  importId: string | null
  accountOwner?: string | null
  /** Person to whom the link was sent by which somebody came. */
  linkOf?: string | null
}

const E164 = /^\+[1-9]\d{6,14}$/
const EARLIEST = Date.UTC(1970, 0, 1)

/** The text every spelling of an address has in common. Null when it is none. */
export function normalEmail(text: string): string | null {
  const email = text.trim().toLowerCase()
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 320 ? email : null
}

/** E.164 where the number can be read, else its digits. Null when there are fewer than five. */
export function normalPhone(text: string): string | null {
  if (E164.test(text)) return text
  const parsed = parsePhoneNumberFromString(text)
  if (parsed?.isPossible()) return parsed.number
  const digits = text.replace(/\D/g, '')
  return digits.length < 5 ? null : digits.slice(0, 20)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function keysOf(who: Who): Key[] {
  const own: Key[] = []
  const shared: Key[] = []
  const email = who.email === undefined ? null : normalEmail(who.email)
  if (email !== null) {
    if (isSharedMailbox(email)) shared.push({ kind: 'email', value: email, isShared: true })
    else own.push({ kind: 'email', value: email })
  }
  if (who.externalId !== undefined && who.externalId !== '') own.push({ kind: 'external', value: who.externalId })
  const hasPrevious = who.previousId !== undefined && who.previousId !== '' && who.previousId !== who.externalId
  if (hasPrevious) own.push({ kind: 'external', value: who.previousId ?? '' })
  const phone = who.phone === undefined ? null : normalPhone(who.phone)
  if (phone !== null) shared.push({ kind: 'phone', value: phone, isShared: true })
  if (who.anonymousId !== undefined && who.anonymousId !== '')
    shared.push({ kind: 'anonymous', value: who.anonymousId, isShared: true })
  if (hasPrevious) shared.push({ kind: 'anonymous', value: who.previousId ?? '', isShared: true })
  return [...own, ...shared]
}

/** True when no text in it has a NUL or half a character, which no database stores. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (Array.isArray(value)) return value.every(isStorable)
  if (isRecord(value)) for (const key in value) if (!isStorable(key) || !isStorable(value[key])) return false
  return true
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

const PAGE_FIELDS = new Set(['path', 'url', 'title', 'referrer', 'search'])

/** A quick yes for the pages that most facts tell of; of everything else the schema decides. */
function isPageSurely(kind: FactKind, data: unknown): boolean {
  if (kind !== 'page.viewed' || !isRecord(data) || typeof data.path !== 'string') return false
  for (const key in data) {
    const value = data[key]
    if (!PAGE_FIELDS.has(key) || typeof value !== 'string' || value.length > 2_000) return false
  }
  return true
}

export type Outcome = { ok: true; prepared: PreparedFact } | { ok: false; places: ProblemPlace[] }

/** Checks one fact; `index` is its place in the call, for the answer. */
export function prepareOne(incoming: IncomingFact, index: number, nowMs: number): Outcome {
  const place = (where: string, what: string, mend?: string): Outcome => ({
    ok: false,
    places: [{ where: `facts.${index}.${where}`, what, ...(mend === undefined ? {} : { mend }) }],
  })
  const { kind } = incoming
  if (!isFactKind(kind)) return place('kind', `"${kind}" is no kind of fact`, 'Use a kind that the API document lists.')
  const { data, who, touch, messageId } = incoming
  if (!(isStorable(data) && isStorable(who) && isStorable(touch) && isStorable(messageId)))
    return place('data', 'a text holds a NUL or half a character', 'Remove it.')
  const parsed = isPageSurely(kind, incoming.data)
    ? { success: true as const, data: incoming.data }
    : FACT_DATA[kind].safeParse(incoming.data)
  if (!parsed.success) {
    return {
      ok: false,
      places: parsed.error.issues
        .slice(0, 10)
        .map((issue) => ({ where: [`facts.${index}.data`, ...issue.path.map(String)].join('.'), what: issue.message })),
    }
  }
  const keys = keysOf(incoming.who)
  const personId = incoming.who.personId ?? null
  if (personId === null && keys.length === 0) {
    return place(
      'who',
      'it does not say whom it is about',
      'Give a valid email, phone, externalId, anonymousId or personId.',
    )
  }
  if (!(incoming.at >= EARLIEST)) return place('at', 'the moment is not a date after 1970', 'Give an ISO 8601 moment.')
  // A clock that runs ahead must not bring facts from the future: they count from now.
  const at = Math.min(incoming.at, nowMs)
  const fact = checkedFact({
    id: incoming.factId ?? newId(nowMs),
    kind,
    at,
    recordedAt: nowMs,
    source: incoming.source,
    messageId: incoming.messageId,
    actor: incoming.actor,
    isHistory: incoming.isHistory,
    touch: incoming.touch,
    data: parsed.data,
  })
  const linkOf = UUID.test(incoming.who.linkOf ?? '') ? (incoming.who.linkOf ?? null) : null
  return {
    ok: true,
    prepared: {
      fact,
      keys,
      personId,
      importId: incoming.importId ?? null,
      accountOwner: incoming.accountOwner ?? null,
      linkOf,
    },
  }
}

/** Checks a batch. Nothing is recorded when one of them does not fit: the answer names every place. */
export function prepareFacts(incoming: readonly IncomingFact[], nowMs: number): PreparedFact[] {
  const prepared: PreparedFact[] = []
  const places: ProblemPlace[] = []
  for (const [index, one] of incoming.entries()) {
    const outcome = prepareOne(one, index, nowMs)
    if (outcome.ok) prepared.push(outcome.prepared)
    else if (places.length < 50) places.push(...outcome.places)
  }
  if (places.length === 0) return prepared
  throw new Problem('bad-request', 'Some facts do not fit; none was recorded.', {
    mend: 'Correct the places named and send all of them again.',
    errors: places,
  })
}
