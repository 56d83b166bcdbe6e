import { FACT_KINDS, type FactSide } from '@ensemble/engine/facts/kinds.ts'

/** What can be asked of a story by kind: each group by the nouns of its facts. */
const GROUPS = {
  visits: ['page', 'event'],
  forms: ['form'],
  mails: ['email', 'letter', 'message'],
  calls: ['call'],
  meetings: ['meeting'],
  notes: ['note', 'feedback'],
  needs: ['need'],
  verdicts: ['lead', 'stage', 'escalation'],
  deals: ['deal', 'contract', 'payment'],
  details: ['person', 'people', 'merge', 'consent', 'referral'],
} as const

export type StoryGroup = keyof typeof GROUPS
export const STORY_GROUPS = [
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
] as const satisfies readonly StoryGroup[]

/** The kinds of facts that a side and a group have in common; null when neither is asked for. */
export function kindsFor(side: FactSide | undefined, group: StoryGroup | undefined): string[] | null {
  if (side === undefined && group === undefined) return null
  const nouns: readonly string[] = group === undefined ? [] : GROUPS[group]
  return Object.entries(FACT_KINDS).flatMap(([kind, traits]) =>
    (side === undefined || traits.side === side) && (group === undefined || nouns.includes(kind.split('.')[0] ?? ''))
      ? [kind]
      : [],
  )
}

/** What somebody did themselves, by which one sees that they are engaged. */
export const PROSPECT_KINDS: readonly string[] = Object.entries(FACT_KINDS).flatMap(([kind, traits]) =>
  traits.side === 'prospect' ? [kind] : [],
)
