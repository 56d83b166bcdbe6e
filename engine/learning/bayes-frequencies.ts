import { type Counts, type Evidence, FIRST_COUNT, isTagHeard } from './naive-bayes.ts'
import { ownValue } from './own-value.ts'

/** How often each stage, value and tag went with each outcome. Plain JSON. */
export type Frequencies = {
  /** In order; the first one's counts are the totals of all leads. */
  readonly stages: readonly (Counts & { readonly stage: string })[]
  readonly fields: Readonly<Record<string, Readonly<Record<string, Counts>>>>
  readonly tags: Readonly<Record<string, Counts>>
}

export type LeadValues = {
  readonly stage: string | null
  readonly fields: Readonly<Record<string, string | null>>
  readonly tags: readonly string[]
}

const first: Counts = { won: FIRST_COUNT, lost: FIRST_COUNT }

/** Nothing counted yet, for a team that works through these stages. */
export function emptyFrequencies(stages: readonly string[]): Frequencies {
  return { stages: stages.map((stage) => ({ stage, ...first })), fields: {}, tags: {} }
}

/**
 * Counts a lead that ended: a won one in every stage, a lost one in the stages up to the one it was lost in. Values that are
 * not set are not counted.
 */
export function countOutcome(known: Frequencies, lead: LeadValues, outcome: 'won' | 'lost'): Frequencies {
  const reached = known.stages.findIndex(({ stage }) => stage === lead.stage)
  const stages = known.stages.map((one, i) =>
    outcome === 'won' || i <= reached ? { ...one, ...more(one, outcome) } : one,
  )
  const fields = { ...known.fields }
  for (const [field, value] of Object.entries(lead.fields)) {
    if (value !== null)
      fields[field] = { ...ownValue(fields, field), [value]: more(ownValue(ownValue(fields, field), value), outcome) }
  }
  const tags = { ...known.tags }
  for (const tag of lead.tags) tags[tag] = more(ownValue(tags, tag), outcome)
  return { stages, fields, tags }
}

function more(counts: Counts | undefined, outcome: 'won' | 'lost'): Counts {
  const { won, lost } = counts ?? first
  return outcome === 'won' ? { won: won + 1, lost } : { won, lost: lost + 1 }
}

/** What leads of several teams say together: for leads without a team. Stages are those of the first. */
export function poolFrequencies(all: readonly Frequencies[]): Frequencies {
  const [start = emptyFrequencies([]), ...others] = all
  return others.reduce((sum, one) => {
    const fields = { ...sum.fields }
    for (const [field, values] of Object.entries(one.fields))
      fields[field] = addAll(ownValue(fields, field) ?? {}, values)
    const stages = sum.stages.map((stage) => {
      const same = one.stages.find((other) => other.stage === stage.stage)
      return same === undefined ? stage : { ...stage, won: stage.won + same.won, lost: stage.lost + same.lost }
    })
    return { stages, fields, tags: addAll(sum.tags, one.tags) }
  }, start)
}

function addAll(a: Readonly<Record<string, Counts>>, b: Readonly<Record<string, Counts>>): Record<string, Counts> {
  const sum = { ...a }
  for (const [value, { won, lost }] of Object.entries(b)) {
    const before = ownValue(sum, value)
    sum[value] = before === undefined ? { won, lost } : { won: before.won + won, lost: before.lost + lost }
  }
  return sum
}

/** Won and lost leads in all. */
export function priorOf({ stages }: Frequencies): Counts {
  return stages[0] ?? first
}

export type NamedEvidence = Evidence & { readonly field: string; readonly value: string }

/**
 * What the frequencies say of a lead: its stage against all leads, each value set and known against all values of its field,
 * each tag heard against all tags.
 */
export function evidenceOf(known: Frequencies, lead: LeadValues): NamedEvidence[] {
  const found: NamedEvidence[] = []
  const stage = known.stages.find((one) => one.stage === lead.stage)
  if (stage !== undefined) found.push({ field: 'stage', value: stage.stage, counts: stage, totals: priorOf(known) })
  for (const [field, value] of Object.entries(lead.fields)) {
    const values = ownValue(known.fields, field)
    const counts = value === null ? undefined : ownValue(values, value)
    if (value !== null && values !== undefined && counts !== undefined)
      found.push({ field, value, counts, totals: totalOf(values) })
  }
  for (const tag of lead.tags) {
    const counts = ownValue(known.tags, tag)
    if (counts !== undefined && isTagHeard(counts))
      found.push({ field: 'tag', value: tag, counts, totals: totalOf(known.tags) })
  }
  return found
}

/** Sums of the counts of all values of a field. */
export function totalOf(values: Readonly<Record<string, Counts>>): Counts {
  let won = 0
  let lost = 0
  for (const counts of Object.values(values)) {
    won += counts.won
    lost += counts.lost
  }
  return { won, lost }
}
