export type HousePipeline = { name: string; stages: readonly { name: string; knownAs: string | null }[] }
export type Proposal = {
  to: { pipeline: string; stage: string } | null
  how: 'same name' | 'similar' | 'nothing like it'
}

/** Words that mean one step of selling, in the languages and the CRMs they come in. */
const MEANINGS: readonly (readonly string[])[] = [
  [
    'offer',
    'offered',
    'proposal',
    'proposed',
    'proposition',
    'quote',
    'quotes',
    'quotation',
    'price',
    'devis',
    'offre',
    'angebot',
    'presentation',
  ],
  [
    'negotiation',
    'negotiations',
    'negotiating',
    'contract',
    'contractsent',
    'legal',
    'review',
    'negociation',
    'verhandlung',
    'commit',
    'signature',
  ],
  [
    'open',
    'opened',
    'new',
    'prospecting',
    'engaging',
    'qualification',
    'qualified',
    'qualifiedtobuy',
    'discovery',
    'appointment',
    'appointmentscheduled',
    'lead',
    'contact',
    'contacted',
    'demo',
    'needs',
    'perception',
    'ouvert',
    'offen',
    'nouveau',
  ],
]
const SIMILAR = 0.6
const BY_MEANING = 0.7

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Share of pairs of neighbouring letters that two texts have in common (Dice), 0 to 1. */
export function likeness(a: string, b: string): number {
  const [one, other] = [wordsOf(a).join(' '), wordsOf(b).join(' ')]
  if (one === other) return one === '' ? 0 : 1
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2))
  const left = pairs(one)
  const rest = pairs(other)
  const all = left.length + rest.length
  let common = 0
  for (const pair of left) {
    const at = rest.indexOf(pair)
    if (at === -1) continue
    rest.splice(at, 1)
    common++
  }
  return all === 0 ? 0 : (2 * common) / all
}

function meaningOf(text: string): number {
  const words = [...wordsOf(text), wordsOf(text).join('')]
  return MEANINGS.findIndex((group) => words.some((word) => group.includes(word)))
}

/** The stage of the house that a stage of a file is most like: by name, by its letters, or by what it means. */
export function proposeStage(found: { pipeline: string; stage: string }, house: readonly HousePipeline[]): Proposal {
  const [first] = house
  if (first === undefined) return { to: null, how: 'nothing like it' }
  const named = house
    .map((each) => ({ each, like: likeness(each.name, found.pipeline) }))
    .sort((a, b) => b.like - a.like)[0]
  const pipeline = named !== undefined && named.like >= SIMILAR ? named.each : first
  const meaning = meaningOf(found.stage)
  const ranked = pipeline.stages
    .map((stage) => {
      const byName = Math.max(
        likeness(stage.name, found.stage),
        stage.knownAs === null ? 0 : likeness(stage.knownAs, found.stage),
      )
      const byMeaning = meaning !== -1 && meaningOf(`${stage.name} ${stage.knownAs ?? ''}`) === meaning ? BY_MEANING : 0
      return { stage: stage.name, like: Math.max(byName, byMeaning) }
    })
    .sort((a, b) => b.like - a.like)
  const [best] = ranked
  if (best === undefined || best.like < SIMILAR) return { to: null, how: 'nothing like it' }
  return { to: { pipeline: pipeline.name, stage: best.stage }, how: best.like === 1 ? 'same name' : 'similar' }
}
