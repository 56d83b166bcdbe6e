import { createHash } from 'node:crypto'
import { pathMatches } from '@ensemble/engine/needs/path-matches.ts'
import { type Dice, makeDice } from './dice.ts'
import { type DemoStory, record } from './story.ts'

type DemoTopic = {
  topic: string
  /** As sellers of the demo write it down. */
  en: string
  fr: string
  pages: string[]
  phrases: { en: string[]; fr: string[] }
  lostReasons: string[]
}

/** The needs the company of the demo knows of: where on its site one reads about them, and how they are said. */
export const DEMO_TOPICS: readonly DemoTopic[] = [
  {
    topic: 'second-visits',
    en: 'fewer second visits',
    fr: 'moins de deuxièmes passages',
    pages: ['/guides/first-visit-fix*', '/webinars/parts-in-the-van*', '/webinars/un-mois*', '/lp/five-signs*'],
    phrases: {
      en: ['we go back', 'second visit', 'wrong part'],
      fr: ['on y retourne', 'deuxième visite', 'pas la bonne'],
    },
    lostReasons: [],
  },
  {
    topic: 'stable-plan',
    en: 'a plan that survives the morning',
    fr: 'un planning qui tient la matinée',
    pages: ['/guides/planning-board*', '/lp/planning*', '/lp/dispatch*'],
    phrases: { en: ['the plan is wrong', 'redo the board'], fr: ['planning est faux', 'tout refaire'] },
    lostReasons: ['no decision'],
  },
  {
    topic: 'whereabouts',
    en: 'know where everyone is',
    fr: 'savoir où chacun se trouve',
    pages: ['/lp/a-day*', '/lp/compare*'],
    phrases: { en: ['who is nearest', 'ring six people'], fr: ['qui est le plus près'] },
    lostReasons: ['chose a competitor'],
  },
  {
    topic: 'visit-proof',
    en: 'proof for the customer',
    fr: 'une preuve pour le client',
    pages: ['/partners/works-with*'],
    phrases: { en: ['we never came', 'nothing to show'], fr: ['pas venus', 'rien à lui montrer'] },
    lostReasons: ['a function is missing'],
  },
  {
    topic: 'invoices',
    en: 'invoices the same week',
    fr: 'des factures la même semaine',
    pages: ['/lp/calculator*'],
    phrases: { en: ['invoice late', 'a month to invoice'], fr: ['un mois', 'la facture'] },
    lostReasons: [],
  },
  {
    topic: 'on-call',
    en: 'on-call without quarrels',
    fr: 'des astreintes sans dispute',
    pages: ['/guides/on-call*', '/webinars/on-call*'],
    phrases: { en: ['on call', 'on-call'], fr: ['astreintes', 'astreinte'] },
    lostReasons: [],
  },
  {
    topic: 'newcomers',
    en: 'newcomers productive sooner',
    fr: 'des nouveaux vite opérationnels',
    pages: ['/webinars/*'],
    phrases: { en: ['a new man', 'newcomer'], fr: ['un nouveau', 'les nouveaux'] },
    lostReasons: [],
  },
]

/** The same id for the same thing each time the demo is made. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`demo ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Dice of their own: what is told of needs changes nothing else in the stories. */
function diceOf(story: DemoStory, what: string): Dice {
  return makeDice(`${story.world.seed}:${what}:${story.profile.index}:${story.facts.length}`)
}

function idIn(story: DemoStory, what: string): string {
  return demoId(`${story.world.seed} ${story.profile.index} ${what}`)
}

export function topicOf(need: string): string | undefined {
  return DEMO_TOPICS.find(({ en }) => en === need)?.topic
}

/** Before the first meeting somebody of marketing notes what was read: a hypothesis, with the pages as its evidence. */
export function suspectNeeds(story: DemoStory): void {
  const { cast } = story.world
  const dice = diceOf(story, 'suspect')
  const marketer = cast.marketers.length === 0 ? undefined : dice.pick(cast.marketers)
  const pages = story.facts.flatMap(({ kind, data }) =>
    kind === 'page.viewed' && typeof data === 'object' && data !== null && 'path' in data ? [String(data.path)] : [],
  )
  for (const { topic, en, fr, pages: patterns } of DEMO_TOPICS) {
    const read = pages.filter((path) => patterns.some((pattern) => pathMatches(pattern, path)))
    if (read.length === 0 || marketer === undefined || !dice.chance(0.6)) continue
    const text = [...new Set(read)].join(', ')
    record(
      story,
      'need.stated',
      {
        id: idIn(story, `need ${topic}`),
        need: story.profile.language === 'fr' ? fr : en,
        topic,
        isKnown: false,
        evidence: [{ kind: 'pages', text, n: read.length, of: pages.length }],
      },
      { actor: marketer.id },
    )
  }
}

type Heard = ReadonlyMap<string, string>

/** In the meeting they say what they need: a hypothesis is confirmed with their words, or they had no such need. `meeting` is its fact. */
export function hearNeeds(story: DemoStory, seller: string, meeting: string, heard: Heard): void {
  const dice = diceOf(story, 'hear')
  const suspected = new Set(
    story.facts.flatMap(({ kind, data }) =>
      kind === 'need.stated' && typeof data === 'object' && data !== null && 'topic' in data
        ? [String(data.topic)]
        : [],
    ),
  )
  for (const [need, quote] of heard) {
    const topic = topicOf(need)
    const id = idIn(story, `need ${topic ?? need}`)
    if (topic !== undefined && suspected.has(topic)) {
      record(story, 'need.judged', { need: id, verdict: 'confirmed', quote, in: meeting }, { actor: seller })
      suspected.delete(topic)
      continue
    }
    const known = DEMO_TOPICS.find((one) => one.topic === topic)
    const said = story.profile.language === 'fr' ? (known?.fr ?? need) : need
    record(
      story,
      'need.stated',
      { id, need: said, isKnown: true, quote, in: meeting, ...(topic === undefined ? {} : { topic }) },
      { actor: seller },
    )
  }
  for (const topic of suspected)
    if (dice.chance(0.55))
      record(story, 'need.judged', { need: idIn(story, `need ${topic}`), verdict: 'refuted' }, { actor: seller })
}

/** What was signed for meets what they said they need, mostly. */
export function meetNeeds(story: DemoStory, actor: string, product: string): void {
  const dice = diceOf(story, 'meet')
  const needs = story.facts.flatMap(({ kind, data }) =>
    kind === 'need.stated' && typeof data === 'object' && data !== null && 'id' in data ? [String(data.id)] : [],
  )
  const refuted = new Set(
    story.facts.flatMap(({ kind, data }) => {
      if (kind !== 'need.judged' || typeof data !== 'object' || data === null) return []
      return 'verdict' in data && data.verdict === 'refuted' && 'need' in data ? [String(data.need)] : []
    }),
  )
  for (const need of new Set(needs))
    if (!refuted.has(need) && dice.chance(0.75))
      record(story, 'need.judged', { need, verdict: 'resolved', by: { kind: 'product', name: product } }, { actor })
}
