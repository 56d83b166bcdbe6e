import { day, oneOf, type RawSearch, text } from '../search.ts'

export const SIDES = ['prospect', 'marketing', 'sales', 'deal', 'identity', 'time'] as const
export const KINDS = [
  'visits',
  'forms',
  'mails',
  'calls',
  'meetings',
  'notes',
  'needs',
  'verdicts',
  'deals',
  'details',
] as const

/** What of a story is shown; all of it when nothing is said. */
export type StorySearch = {
  side?: (typeof SIDES)[number] | undefined
  kind?: (typeof KINDS)[number] | undefined
  /** A colleague of ours who did it. */
  actor?: string | undefined
  /** One of several people whose stories are told. */
  person?: string | undefined
  /** Words in it. */
  q?: string | undefined
  /** The last day shown. */
  until?: string | undefined
  /** The fact a link leads to. */
  fact?: string | undefined
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function id(value: unknown): string | undefined {
  const read = text(value)
  return read !== undefined && ID.test(read) ? read : undefined
}

export function parseStorySearch(raw: RawSearch): StorySearch {
  return {
    side: oneOf(raw.side, SIDES),
    kind: oneOf(raw.kind, KINDS),
    actor: id(raw.actor),
    person: id(raw.person),
    q: text(raw.q)?.slice(0, 200),
    until: day(raw.until),
    fact: id(raw.fact),
  }
}

/** Whether something of the story is left out. */
export function isNarrowed({ side, kind, actor, person, q }: StorySearch): boolean {
  return [side, kind, actor, person, q].some((one) => one !== undefined)
}
