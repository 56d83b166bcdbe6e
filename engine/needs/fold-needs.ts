import { type Fact, type FactOf, storyOf } from '../facts/fact.ts'
import type { Need, NeedEvent, NeedStatus } from './need.ts'

type Stated = FactOf<'need.stated'>
type Judged = FactOf<'need.judged'>

const STATUS: Record<Judged['data']['verdict'], NeedStatus | null> = {
  supported: null,
  confirmed: 'confirmed',
  refuted: 'refuted',
  reopened: 'open',
  resolved: 'resolved',
}

/** By which id a stated need is spoken of. */
export function needIdOf(fact: Stated): string {
  return fact.data.id ?? fact.id
}

/**
 * The needs of one person, as the fold of their `need.*` facts: each with its status, quotes, evidence and history, in the order in which they
 * were first stated. Facts may come in any order and more than once; what was retracted counts for nothing (invariant 3). A verdict told
 * before its need counts all the same; one on a need that is not there, or no longer, is left out. Stated again under the same id, a need
 * keeps its history: the last wording counts, and what was once said by the prospect stays known.
 */
export function foldNeeds(facts: readonly Fact[]): Need[] {
  const story = storyOf(facts)
  const needs = new Map<string, Need>()
  for (const fact of story) if (fact.kind === 'need.stated') state(needs, fact)
  for (const fact of story) if (fact.kind === 'need.judged') judge(needs.get(fact.data.need), fact)
  for (const need of needs.values()) need.events.sort((a, b) => a.at - b.at || rankOf(a) - rankOf(b))
  return [...needs.values()]
}

function rankOf(event: NeedEvent): number {
  return event.verdict === 'stated' ? 0 : 1
}

function state(needs: Map<string, Need>, fact: Stated): void {
  const { data } = fact
  const id = needIdOf(fact)
  const known = needs.get(id)
  const need: Need = known ?? {
    id,
    need: data.need,
    topic: null,
    isKnown: false,
    status: 'open',
    statedAt: fact.at,
    judgedAt: null,
    quotes: [],
    evidence: [],
    offered: null,
    events: [],
  }
  need.need = data.need
  need.topic = data.topic ?? need.topic
  need.isKnown ||= data.isKnown
  for (const one of data.evidence ?? []) need.evidence.push({ ...one, of: one.of ?? null, facts: one.facts ?? [] })
  quote(need, fact)
  need.events.push(eventOf(fact, 'stated', null))
  needs.set(id, need)
}

function judge(need: Need | undefined, fact: Judged): void {
  if (need === undefined) return
  const { data } = fact
  const status = STATUS[data.verdict]
  quote(need, fact)
  need.events.push(eventOf(fact, data.verdict, data.by ?? null))
  if (status === null) return
  need.status = status
  need.judgedAt = fact.at
  need.offered = status === 'resolved' ? (data.by ?? null) : null
  if (status === 'confirmed' && data.quote !== undefined) need.isKnown = true
}

function quote(need: Need, fact: Stated | Judged): void {
  if (fact.data.quote === undefined || fact.data.quote === '') return
  need.quotes.push({ quote: fact.data.quote, fact: fact.id, in: fact.data.in ?? null, at: fact.at })
}

function eventOf(fact: Stated | Judged, verdict: NeedEvent['verdict'], offered: NeedEvent['offered']): NeedEvent {
  return {
    fact: fact.id,
    verdict,
    at: fact.at,
    by: fact.actor,
    quote: fact.data.quote ?? null,
    note: fact.kind === 'need.judged' ? (fact.data.note ?? null) : null,
    in: fact.data.in ?? null,
    offered,
  }
}
