import type { Edit, Part, Path } from './queries.ts'

/** The headings of the editor in the order in which two teams talk: who, what, how good, whose, by when, and around it. */
export const HEADINGS = [
  'sources',
  'fit',
  'engagement',
  'grades',
  'scores',
  'learned',
  'stages',
  'routing',
  'places',
  'pools',
  'marketing',
  'sales',
  'late',
  'pipelines',
  'reasons',
  'returns',
  'calendar',
  'parties',
  'other',
] as const
export type Heading = (typeof HEADINGS)[number]

const OF_HEAD: Readonly<Record<string, Heading>> = {
  sources: 'sources',
  fit: 'fit',
  engagement: 'engagement',
  grades: 'grades',
  scores: 'scores',
  learned: 'learned',
  stages: 'stages',
  routing: 'routing',
  nobody_free: 'routing',
  named_accounts: 'places',
  territories: 'places',
  pools: 'pools',
  marketing_promises: 'marketing',
  sales_promises: 'sales',
  when_late: 'late',
  pipelines: 'pipelines',
  reasons: 'reasons',
  returns: 'returns',
  calendar: 'calendar',
  parties: 'parties',
  title: 'parties',
}

/** Where a part is shown. What the page knows nothing of stands last, under its own words. */
export function headingOf(path: Path): Heading {
  return OF_HEAD[String(path[0])] ?? 'other'
}

export const ADDED = [
  'source',
  'fit',
  'engagement',
  'qualify',
  'route',
  'namedAccounts',
  'territory',
  'pool',
  'deliver',
  'give',
  'feedback',
  'acceptance',
  'firstContact',
  'attempts',
  'verdict',
  'nextStep',
  'warn',
  'breach',
  'reassign',
  'tell',
  'reject',
  'disqualify',
  'pipeline',
  'winLoss',
  'returns',
] as const
export type Added = (typeof ADDED)[number]

type Template = {
  path: Path
  value: unknown
  prefix?: string /** What a named thing is called first. */
  isNamed?: true
  heading: Heading /** Only one may stand there. */
  only?: (part: Part) => boolean
}

const has = (head: string, field: string) => (part: Part) =>
  part.path[0] === head && typeof part.value === 'object' && part.value !== null && field in part.value

/** What each new part says first: sound, so that the page shows no problem nobody made. */
const TEMPLATES: Readonly<Record<Added, Template>> = {
  source: { heading: 'sources', path: ['sources'], isNamed: true, value: { when: 'lead.channel == "web"' } },
  fit: { heading: 'fit', path: ['fit'], prefix: 'F', value: { when: 'account.employees >= 20', points: 10 } },
  engagement: { heading: 'engagement', path: ['engagement'], prefix: 'E', value: { on: 'form.submitted', points: 10 } },
  qualify: {
    heading: 'stages',
    path: ['stages', 'qualified', 'when'],
    prefix: 'Q',
    value: { when: 'grade in ["A1"]' },
  },
  route: { heading: 'routing', path: ['routing'], prefix: 'R', value: { when: 'account.country == "FR"', to: 'pool' } },
  namedAccounts: { heading: 'places', path: ['named_accounts'], isNamed: true, value: ['example.com'] },
  territory: { heading: 'places', path: ['territories'], isNamed: true, value: { countries: ['FR'] } },
  pool: {
    heading: 'pools',
    path: ['pools'],
    isNamed: true,
    value: { people: 'team', order: 'round robin', at_most: ['10 a day'], away: 'skip' },
  },
  deliver: {
    heading: 'marketing',
    path: ['marketing_promises'],
    prefix: 'M',
    value: { deliver: '20 qualified leads a week' },
  },
  give: {
    heading: 'marketing',
    path: ['marketing_promises'],
    prefix: 'M',
    value: { give: ['phone', 'origin'], at: 'hand-off' },
    only: has('marketing_promises', 'give'),
  },
  feedback: {
    heading: 'marketing',
    path: ['marketing_promises'],
    prefix: 'M',
    value: { answer: 'feedback', within: '2 working days' },
    only: has('marketing_promises', 'answer'),
  },
  acceptance: {
    heading: 'sales',
    path: ['sales_promises'],
    prefix: 'S',
    value: { accept_or_reject: { within: '4 working hours' } },
    only: has('sales_promises', 'accept_or_reject'),
  },
  firstContact: {
    heading: 'sales',
    path: ['sales_promises'],
    prefix: 'S',
    value: { first_contact: { A1: '30 working minutes', otherwise: '1 working day' } },
    only: has('sales_promises', 'first_contact'),
  },
  attempts: {
    heading: 'sales',
    path: ['sales_promises'],
    prefix: 'S',
    value: { attempts: { at_least: 6, over: '10 working days' } },
    only: has('sales_promises', 'attempts'),
  },
  verdict: {
    heading: 'sales',
    path: ['sales_promises'],
    prefix: 'S',
    value: { verdict: { within: '15 working days' } },
    only: has('sales_promises', 'verdict'),
  },
  nextStep: {
    heading: 'sales',
    path: ['sales_promises'],
    prefix: 'S',
    value: { next_step: { never_older_than: '10 working days' } },
    only: has('sales_promises', 'next_step'),
  },
  warn: {
    heading: 'late',
    path: ['when_late', 'warn'],
    value: { at: 'half the time', whom: 'owner' },
    only: (part) => part.path.join('.') === 'when_late.warn',
  },
  breach: {
    heading: 'late',
    path: ['when_late', 'breach'],
    value: { whom: ['owner', 'manager'] },
    only: (part) => part.path.join('.') === 'when_late.breach',
  },
  reassign: {
    heading: 'late',
    path: ['when_late', 'then'],
    value: { after: '1 working hour', do: 'reassign', at_most: 1 },
  },
  tell: {
    heading: 'late',
    path: ['when_late', 'then'],
    value: { after: '4 working hours', do: 'tell', whom: 'manager' },
  },
  // biome-ignore lint/suspicious/noThenProperty: the document calls it so
  reject: { heading: 'reasons', path: ['reasons', 'reject'], isNamed: true, value: { then: 'route again' } },
  disqualify: {
    heading: 'reasons',
    path: ['reasons', 'disqualify'],
    isNamed: true,
    value: { recycle: 'after 90 days' },
  },
  pipeline: {
    heading: 'pipelines',
    path: ['pipelines'],
    isNamed: true,
    value: {
      stages: {
        Discovery: { owner: 'sales', exit: ['need', 'next step'], probability: '20 %' },
        Offer: { owner: 'sales', exit: ['amount', 'close date', 'offer sent'], probability: '50 %' },
      },
      win_needs: 'contract or payment',
      unproven: 'count apart',
    },
  },
  winLoss: {
    heading: 'reasons',
    path: ['reasons', 'win_loss'],
    value: { PRICE_VALUE: 'price against value', FUNCTION_GAP: 'functions', NO_DECISION_PRIORITY: 'other priorities' },
    only: (part) => part.path.join('.') === 'reasons.win_loss',
  },
  returns: {
    heading: 'returns',
    path: ['returns'],
    value: { stale_after: '180 days' },
    only: (part) => part.path[0] === 'returns',
  },
}

/** What may still be added under a heading. */
export function addableAt(heading: Heading, parts: readonly Part[]): Added[] {
  return ADDED.filter((one) => {
    const { only, heading: its } = TEMPLATES[one]
    return its === heading && (only === undefined || !parts.some(only))
  })
}

function freeName(wanted: string, siblings: readonly Part[]): string {
  const taken = new Set(siblings.map((part) => String(part.path.at(-1))))
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted} ${n}`
    if (!taken.has(name)) return name
  }
}

function isCatchAll(part: Part | undefined): boolean {
  return part !== undefined && typeof part.value === 'object' && part.value !== null && !('when' in part.value)
}

/** The parts that stand in the same mapping or list. */
export function siblingsOf(path: Path, parts: readonly Part[]): Part[] {
  const name = path.join('\u0001')
  return parts.filter((part) => part.parent.join('\u0001') === name)
}

/** The change that adds a part: after the one given, else last, but before a last route that takes all. */
export function additionOf(added: Added, parts: readonly Part[], called: string, after: Part | null): Edit {
  const { path, value, prefix, isNamed } = TEMPLATES[added]
  if (added === 'warn' || added === 'breach' || added === 'returns' || added === 'winLoss')
    return { op: 'set', path, value }
  const siblings = siblingsOf(path, parts)
  const pool = parts.find((part) => part.path[0] === 'pools')?.path[1]
  const team = parts.find((part) => part.path.join('.') === 'parties.sales')?.value
  const teamName = typeof team === 'object' && team !== null && 'team' in team ? String(team.team) : 'Sales'
  const made =
    added === 'route' && typeof value === 'object'
      ? { ...value, to: `pool ${pool ?? ''}` }
      : added === 'pool' && typeof value === 'object'
        ? { ...value, people: `team ${teamName}` }
        : value
  const behind = after === null ? -1 : siblings.indexOf(after)
  const last = siblings.at(-1)
  const at = behind >= 0 ? behind + 1 : added === 'route' && isCatchAll(last) ? siblings.length - 1 : null
  return {
    op: 'insert',
    path,
    at,
    key: isNamed === true ? freeName(called, siblings) : null,
    value: made,
    ...(prefix === undefined ? {} : { prefix }),
  }
}

/** The change that puts a copy of a part behind it. */
export function copyOf(part: Part, parts: readonly Part[]): Edit {
  const key = String(part.path.at(-1))
  const siblings = siblingsOf(part.parent, parts)
  const prefix = /^([A-Z][A-Za-z]?)\d{1,4}$/.exec(key)?.[1]
  return {
    op: 'insert',
    path: part.parent,
    at: siblings.indexOf(part) + 1,
    key: typeof part.path.at(-1) === 'number' || prefix !== undefined ? null : freeName(key, siblings),
    value: part.value,
    ...(prefix === undefined ? {} : { prefix }),
  }
}

/** Mappings whose parts people put in order, add to and take from. */
const FREE = new Set([
  'sources',
  'fit',
  'engagement',
  'routing',
  'named_accounts',
  'territories',
  'pools',
  'marketing_promises',
  'sales_promises',
  'when_late.then',
  'reasons.reject',
  'reasons.disqualify',
  'stages.qualified.when',
  'learned',
  'scores',
  'pipelines',
])
const REMOVABLE = new Set(['when_late.warn', 'when_late.breach', 'returns', 'reasons.win_loss'])
const OF_A_PIPELINE = /^pipelines\.[^.]+\.(win_needs|unproven|because)$/

export function isMovable(part: Part): boolean {
  if (part.path.at(-1) === 'half_life' || part.path.at(-1) === 'at_most') return false
  const parent = part.parent.join('.')
  return (
    FREE.has(parent) || /^pipelines\.[^.]+\.stages$/.test(parent) || /^scores\.[^.]+\.(fit|engagement)$/.test(parent)
  )
}

export function isRemovable(part: Part): boolean {
  return (
    isMovable(part) ||
    REMOVABLE.has(part.path.join('.')) ||
    OF_A_PIPELINE.test(part.path.join('.')) ||
    headingOf(part.path) === 'other'
  )
}
