import { foldNeeds } from '@ensemble/engine/needs/fold-needs.ts'
import type { Need } from '@ensemble/engine/needs/need.ts'
import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { needView } from './contract.ts'
import { type Colleague, colleaguesOf, kindsOfFacts, needFactsOf } from './queries.ts'

export type NeedView = z.input<typeof needView>

const PLACES: readonly Need['status'][] = ['confirmed', 'open', 'resolved', 'refuted']

/** What is known and alive first; then what was met, and what turned out wrong. */
function inOrder(a: Need, b: Need): number {
  return (
    PLACES.indexOf(a.status === 'open' && a.isKnown ? 'confirmed' : a.status) -
      PLACES.indexOf(b.status === 'open' && b.isKnown ? 'confirmed' : b.status) || b.statedAt - a.statedAt
  )
}

/** The needs of each of these people, folded. */
export async function readNeeds(db: Queryable, personIds: readonly string[]): Promise<Map<string, Need[]>> {
  const facts = await needFactsOf(db, personIds)
  return new Map([...facts].map(([personId, own]) => [personId, foldNeeds(own).toSorted(inOrder)]))
}

/** Needs as screens show them, with names of colleagues and kinds of the facts they point to. */
export async function needViews(
  db: Queryable,
  needs: ReadonlyMap<string, readonly Need[]>,
  names: ReadonlyMap<string, string> | null,
): Promise<NeedView[]> {
  const all = [...needs.values()].flat()
  const places = all.flatMap((need) => need.quotes.flatMap((quote) => quote.in ?? []))
  const [colleagues, kinds] = await Promise.all([
    colleaguesOf(
      db,
      all.flatMap((need) => need.events.map((event) => event.by)),
    ),
    kindsOfFacts(db, places, [...needs.keys()]),
  ])
  return [...needs].flatMap(([personId, own]) =>
    own.map((need) => viewOf(need, personId, names?.get(personId) ?? null, colleagues, kinds)),
  )
}

function viewOf(
  need: Need,
  personId: string,
  person: string | null,
  colleagues: ReadonlyMap<string, Colleague>,
  kinds: ReadonlyMap<string, string>,
): NeedView {
  const userOf = (id: string | null) => {
    const user = id === null ? undefined : colleagues.get(id)
    return user === undefined ? null : { id: user.id, name: user.name }
  }
  const sideOf = (id: string | null) => (id === null ? null : (colleagues.get(id)?.side ?? null))
  const { events, quotes, ...rest } = need
  return {
    ...rest,
    personId,
    person,
    statedAt: new Date(need.statedAt).toISOString(),
    statedBy: userOf(events.find((event) => event.verdict === 'stated')?.by ?? null),
    judgedAt: need.judgedAt === null ? null : new Date(need.judgedAt).toISOString(),
    // A fact that was moved away or erased is no place one can go to.
    quotes: quotes.map((quote) => {
      const inKind = quote.in === null ? null : (kinds.get(quote.in) ?? null)
      return { ...quote, in: inKind === null ? null : quote.in, inKind, at: new Date(quote.at).toISOString() }
    }),
    evidence: need.evidence.map((one) => ({ ...one, facts: [...one.facts] })),
    history: events.map((event) => ({
      fact: event.fact,
      verdict: event.verdict,
      at: new Date(event.at).toISOString(),
      by: userOf(event.by),
      side: sideOf(event.by),
      quote: event.quote,
      note: event.note,
      in: event.in,
      offered: event.offered,
    })),
  }
}
