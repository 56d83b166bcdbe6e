/** What a column may become, in the order of the menu. `trait:NAME` is written by hand. */
export const TARGET_GROUPS = {
  person: [
    'person.name',
    'person.firstName',
    'person.lastName',
    'person.email',
    'person.phone',
    'person.title',
    'person.role',
    'person.country',
    'person.region',
    'person.postcode',
    'person.city',
    'person.language',
    'person.externalId',
  ],
  account: [
    'account.name',
    'account.domain',
    'account.externalId',
    'account.industry',
    'account.employees',
    'account.revenue',
    'account.country',
    'account.region',
    'account.postcode',
    'account.city',
    'account.segment',
    'account.owner',
  ],
  touch: ['at', 'touch.channel', 'touch.origin', 'touch.campaign', 'touch.landingPage'],
  work: ['stage', 'owner', 'isDeleted'],
} as const satisfies Record<string, readonly string[]>

export const TRAIT = 'trait:'

/** Name of the trait a column becomes when nobody gives it another. */
export function traitOf(column: string): string {
  const name = column
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
  return `${TRAIT}${name === '' ? 'column' : name}`
}

/** Targets taken by more than one column: the last would silently win, so the screen says it. */
export function targetsTakenTwice(columns: Record<string, string | null>): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const target of Object.values(columns)) {
    if (target === null) continue
    if (seen.has(target)) twice.add(target)
    seen.add(target)
  }
  return [...twice]
}

const KNOWN = Object.values(TARGET_GROUPS).flat()
export type KnownTarget = (typeof KNOWN)[number]

/** The target of the menu that a text names, if it names one. */
export function knownTarget(text: string): KnownTarget | undefined {
  return KNOWN.find((one) => one === text)
}
