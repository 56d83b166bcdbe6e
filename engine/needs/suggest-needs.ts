import { findPhrases } from '../conversation/find-phrases.ts'
import { wilsonInterval } from '../stats/wilson-interval.ts'
import type { Need, NeedEvidence } from './need.ts'
import { pathMatches } from './path-matches.ts'

/** A need the company knows of: where on its site it is read about, how it is said, for which reasons deals were lost over it. */
export type NeedTopic = {
  topic: string
  name: string
  pages: readonly string[]
  phrases: readonly string[]
  lostReasons: readonly string[]
}

/** A page that was read, and words of the prospect, each with its fact. */
export type PageSeen = { path: string; fact: string }
export type WordsSaid = { text: string; fact: string }
/** Of `of` lost deals of the same segment, or about the same product as an open deal of theirs, `n` were lost for this reason. */
export type LostFor = { reason: string; n: number; of: number; about?: string | null }

export type NeedSuggestion = { topic: string; name: string; evidence: NeedEvidence[]; strength: number }

/** Somebody who reads one page may have got lost; two views are a sign. */
const LEAST_VIEWS = 2
/** A reason counts when the lower bound of its share of lost deals is above this. */
const LEAST_SHARE = 0.1
const AT_MOST = 5
const FACTS_KEPT = 20
const PER_WORD = 4
const PER_VIEW = 1
const PER_SHARE = 5

type Seen = { pages: readonly PageSeen[]; words: readonly WordsSaid[]; lost: readonly LostFor[] }

/**
 * What somebody may need without having said so, from evidence: pages they read, words they used, and reasons for which deals of their segment
 * or about a product they consider were lost. Each comes with all its evidence and counts; a topic that is a need of theirs already, refuted or not, is not suggested again.
 * Strongest first: 4 for a phrase, 1 a view, 5 times the lower Wilson bound of a share of lost deals; then by name. At most five.
 */
export function suggestNeeds(
  topics: readonly NeedTopic[],
  { pages, words, lost }: Seen,
  needs: readonly Need[],
): NeedSuggestion[] {
  const known = new Set(needs.flatMap((need) => [need.topic ?? '', need.need.toLowerCase()]))
  return topics
    .filter(({ topic, name }) => !known.has(topic) && !known.has(name.toLowerCase()))
    .flatMap((topic) => {
      const found = [pagesFor(topic, pages), wordsFor(topic, words), lostFor(topic, lost)].flatMap((one) => one ?? [])
      if (found.length === 0) return []
      const evidence = found.map((one) => one.evidence)
      const strength = found.reduce((sum, one) => sum + one.strength, 0)
      return [{ topic: topic.topic, name: topic.name, evidence, strength }]
    })
    .toSorted((a, b) => b.strength - a.strength || (a.name < b.name ? -1 : 1))
    .slice(0, AT_MOST)
}

type Found = { evidence: NeedEvidence; strength: number } | null

function pagesFor({ pages: patterns }: NeedTopic, pages: readonly PageSeen[]): Found {
  const read = pages.filter(({ path }) => patterns.some((pattern) => pathMatches(pattern, path)))
  if (read.length < LEAST_VIEWS) return null
  const paths = [...new Set(read.map(({ path }) => path))]
  return {
    evidence: {
      kind: 'pages',
      text: paths.slice(0, 3).join(', '),
      n: read.length,
      of: pages.length,
      facts: read.slice(0, FACTS_KEPT).map(({ fact }) => fact),
    },
    strength: read.length * PER_VIEW,
  }
}

function wordsFor({ name, phrases }: NeedTopic, words: readonly WordsSaid[]): Found {
  if (phrases.length === 0 || words.length === 0) return null
  const messages = words.map(({ text }) => ({ speakerKey: null, text }))
  const said = { kind: 'chat' as const, source: 'dialogue' as const, id: null, speakers: [], issues: [], messages }
  const mentions = findPhrases(said, new Map(), [{ kind: 'need', name, phrases }])
  const [first] = mentions
  if (first === undefined) return null
  const facts = [...new Set(mentions.flatMap(({ segment }) => words[segment]?.fact ?? []))]
  return {
    evidence: {
      kind: 'words',
      text: around(words[first.segment]?.text ?? '', first.from, first.to),
      n: facts.length,
      of: null,
      facts: facts.slice(0, FACTS_KEPT),
    },
    strength: facts.length * PER_WORD,
  }
}

const CONTEXT = 80

/** The words around a place, cut at spaces. */
function around(text: string, from: number, to: number): string {
  const start = from <= CONTEXT ? 0 : text.indexOf(' ', from - CONTEXT) + 1
  const last = to + CONTEXT >= text.length ? text.length : text.lastIndexOf(' ', to + CONTEXT)
  return `${start > 0 ? '… ' : ''}${text.slice(start, Math.max(to, last))}${last < text.length ? ' …' : ''}`
}

/** The likest deals speak: of those of the segment and those about each product, the ones that say it most surely. */
function lostFor(topic: NeedTopic, lost: readonly LostFor[]): Found {
  const groups = [...Map.groupBy(lost, ({ about }) => about ?? null)]
  const found = groups.flatMap(([about, some]) => lostAmong(topic, some, about) ?? [])
  return found.toSorted((a, b) => b.strength - a.strength)[0] ?? null
}

function lostAmong({ lostReasons }: NeedTopic, lost: readonly LostFor[], about: string | null): Found {
  const mine = lost.filter(({ reason }) => lostReasons.includes(reason))
  const of = mine[0]?.of ?? 0
  const n = mine.reduce((sum, one) => sum + one.n, 0)
  const low = wilsonInterval(Math.min(n, of), of)?.low ?? 0
  if (low < LEAST_SHARE) return null
  const text = mine.map(({ reason }) => reason).join(', ')
  const product = about === null ? {} : { about }
  return { evidence: { kind: 'lost deals', text, n, of, ...product, facts: [] }, strength: low * PER_SHARE }
}
