import { introductionPaths } from '@ensemble/engine/network/paths.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { whoCanIntroduce as promise } from './contract.ts'
import { readIntroductions } from './read-introductions.ts'
import { knowerOf, type NodeView, readTiesAround, type TieRow, tieOf } from './read-ties.ts'
import { tieViewOf } from './save-tie.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
const MOST_PATHS = 12

/** The best way to somebody from each colleague who has one, with who knows them and what was asked. */
export async function whoCanIntroduce(ctx: Context, caller: Caller, personId: string): Promise<View> {
  const { rows } = await ctx.db.query<{ name: string; company: string | null }>(
    `select coalesce(nullif(name, ''), email, '') as name, company from people where person_id = $1`,
    [personId],
  )
  const [person] = rows
  if (person === undefined)
    throw new Problem('not-found', 'There is no such person.', { mend: 'They may have been merged: search for them.' })
  const ties = await readTiesAround(ctx.db, personId)
  const names = namesOf(ties)
  names.set(`person:${personId}`, { kind: 'person', id: personId, name: person.name, detail: person.company ?? '' })
  const paths = introductionPaths(ties.map(tieOf), personId)
  // One’s own way comes first among equals: it costs nobody a favour.
  const own = (path: (typeof paths)[number]): number => (path.nodes[0]?.id === caller.id ? 0 : 1)
  const sorted = paths.toSorted((a, b) => a.nodes.length - b.nodes.length || own(a) - own(b))
  return {
    person: { id: personId, name: person.name, company: person.company },
    paths: sorted.slice(0, MOST_PATHS).map(({ nodes, strengths, weakest }) => ({
      nodes: nodes.map(({ kind, id }) => names.get(`${kind}:${id}`) ?? { kind, id, name: '', detail: '' }),
      strengths: [...strengths],
      weakest,
    })),
    ties: ties
      .filter((tie) => tie.personId === personId || tie.knowerPerson === personId)
      .map((tie) => tieViewOf(tie, caller)),
    introductions: await readIntroductions(ctx.db, caller, { personId, status: null, limit: 20 }),
  }
}

function namesOf(ties: readonly TieRow[]): Map<string, NodeView> {
  const names = new Map<string, NodeView>()
  for (const tie of ties) {
    const knower = knowerOf(tie)
    names.set(`${knower.kind}:${knower.id}`, knower)
    names.set(`person:${tie.personId}`, {
      kind: 'person',
      id: tie.personId,
      name: tie.personName ?? '',
      detail: tie.company ?? '',
    })
  }
  return names
}
