const PERSON = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'title',
  'role',
  'country',
  'region',
  'postcode',
  'city',
  'language',
  'externalId',
] as const
const ACCOUNT = [
  'name',
  'domain',
  'externalId',
  'industry',
  'employees',
  'revenue',
  'country',
  'region',
  'postcode',
  'city',
  'segment',
  'owner',
] as const
const TOUCH = ['channel', 'origin', 'campaign', 'landingPage'] as const

type FixedTarget =
  | `person.${(typeof PERSON)[number]}`
  | `account.${(typeof ACCOUNT)[number]}`
  | `touch.${(typeof TOUCH)[number]}`
  | 'at'
  | 'stage'
  | 'owner'
  | 'isDeleted'

/** What a column may become, apart from `trait:NAME`. */
export const TARGETS: readonly FixedTarget[] = [
  ...PERSON.map((field) => `person.${field}` as const),
  ...ACCOUNT.map((field) => `account.${field}` as const),
  ...TOUCH.map((field) => `touch.${field}` as const),
  'at',
  'stage',
  'owner',
  'isDeleted',
]

export type Target = FixedTarget

export function isTarget(text: string): text is Target {
  return TARGETS.some((target) => target === text)
}
