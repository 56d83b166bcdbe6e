import { rateOf } from '@ensemble/engine/funnel/rate.ts'
import { foldNeeds } from '@ensemble/engine/needs/fold-needs.ts'
import type { Need } from '@ensemble/engine/needs/need.ts'
import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import type { needsReport as promise } from './contract.ts'
import { nameOfTopic, needFactsBetween, readTopics } from './queries.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Query = z.output<NonNullable<(typeof promise)['query']>>
type Tally = {
  topic: string | null
  need: string
  of: string | null
  people: Set<string>
  known: number
  open: number
  confirmed: number
  judged: number
  resolved: number
  sure: number
}

/** Facts read at most; beyond it only the latest are counted, and the answer says so. */
const MOST_FACTS = 100_000
const YEAR_DAYS = 365

/** Which needs are met where, over the facts of a time: by topic, or by wording where a need has none. */
export async function reportNeeds(ctx: Context, caller: Caller, query: Query): Promise<View> {
  const to = query.to === undefined ? new Date(ctx.now() + 1) : new Date(query.to)
  const from = query.from === undefined ? new Date(to.getTime() - YEAR_DAYS * dayMs) : new Date(query.from)
  const [rows, topics] = await Promise.all([
    needFactsBetween(ctx.db, { from, to, limit: MOST_FACTS + 1 }),
    readTopics(ctx.db),
  ])
  const named = new Map(topics.map((topic) => [topic.topic, nameOfTopic(topic, caller.locale ?? 'en')]))
  const isCut = rows.length > MOST_FACTS
  const byPerson = Map.groupBy(rows.slice(0, MOST_FACTS), (row) => row.personId)
  const tallies = new Map<string, Tally>()
  let needs = 0
  for (const [personId, own] of byPerson) {
    const of = query.by === 'all' ? null : (own[0]?.[query.by] ?? null)
    for (const need of foldNeeds(own.map((row) => row.fact))) {
      needs += 1
      count(tallies, { need, personId, of, name: named.get(need.topic ?? '') ?? need.need })
    }
  }
  return {
    needs,
    people: byPerson.size,
    isCut,
    rows: [...tallies.values()]
      .map((one) => ({
        topic: one.topic,
        need: one.need,
        of: one.of,
        people: one.people.size,
        known: one.known,
        open: one.open,
        confirmed: rateOf(one.confirmed, one.judged),
        resolved: rateOf(one.resolved, one.sure),
      }))
      .toSorted((a, b) => b.people - a.people || (a.need < b.need ? -1 : 1))
      .slice(0, 200),
  }
}

function count(
  tallies: Map<string, Tally>,
  { need, personId, of, name }: { need: Need; personId: string; of: string | null; name: string },
): void {
  const key = JSON.stringify([need.topic ?? need.need.toLowerCase(), of])
  const tally = tallies.get(key) ?? {
    topic: need.topic,
    need: name,
    of,
    people: new Set(),
    known: 0,
    open: 0,
    confirmed: 0,
    judged: 0,
    resolved: 0,
    sure: 0,
  }
  tallies.set(key, tally)
  tally.people.add(personId)
  if (need.isKnown) tally.known += 1
  if (need.status === 'open') tally.open += 1
  // Only what began as a hypothesis can be confirmed: what the prospect said was never in doubt.
  const wasHypothesis = need.evidence.length > 0 || !need.isKnown
  const verdicts = need.events.map((event) => event.verdict)
  if (wasHypothesis && (verdicts.includes('confirmed') || need.status === 'resolved')) {
    tally.confirmed += need.status === 'refuted' ? 0 : 1
    tally.judged += 1
  } else if (wasHypothesis && need.status === 'refuted') tally.judged += 1
  if (need.status !== 'refuted' && (need.isKnown || need.status !== 'open')) {
    tally.sure += 1
    if (need.status === 'resolved') tally.resolved += 1
  }
}
