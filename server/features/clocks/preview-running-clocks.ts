import { promisedTerm } from '@ensemble/engine/lifecycle/promised-terms.ts'
import { CLOCKS } from '@ensemble/engine/lifecycle/state.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { compileHere } from '../models/compile-here.ts'
import type { previewRunningClocks as promise } from './contract.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Row = { name: string; term: string; grade: string | null; n: number }

/** What a version would do to the clocks that run now. Those that ran out already go on as they are and are not counted. */
export async function previewRunningClocks(ctx: Context, version: number): Promise<View> {
  const { rows: found } = await ctx.db.query<{ document: string }>(
    'select document from agreements where version = $1',
    [version],
  )
  const document = found[0]?.document
  const compiled = document === undefined ? null : await compileHere(ctx.db, document, version)
  if (compiled === null || !compiled.ok)
    throw new Problem('not-found', `There is no version ${version} that can be read.`, {
      mend: 'Look at the list of versions.',
    })
  const { agreement } = compiled
  const { rows } = await ctx.db.query<Row>(
    `select c.name, c.term, l.grade, count(*)::int as n from clocks c join leads l using (person_id, attempt)
      where c.team = 'sales' and c.due_at > $1 and not c.is_breached group by 1, 2, 3`,
    [new Date(ctx.now())],
  )
  const clocks = CLOCKS.flatMap((clock): View['clocks'] => {
    const mine = rows.filter(({ name }) => name === clock)
    if (mine.length === 0) return []
    const terms = new Map<string, { from: string; to: string | null; clocks: number }>()
    for (const { term, grade, n } of mine) {
      const to = promisedTerm(agreement, clock, grade)?.text ?? null
      if (agreement.runningClocks === 'keep' || to === term) continue
      const key = JSON.stringify([term, to])
      const known = terms.get(key)
      if (known === undefined) terms.set(key, { from: term, to, clocks: n })
      else known.clocks += n
    }
    const changed = [...terms.values()]
    return [
      {
        clock,
        running: mine.reduce((sum, { n }) => sum + n, 0),
        changing: changed.reduce((sum, { clocks: n }) => sum + n, 0),
        ending: changed.reduce((sum, { to, clocks: n }) => sum + (to === null ? n : 0), 0),
        terms: changed,
      },
    ]
  })
  return {
    takes: agreement.runningClocks,
    running: clocks.reduce((sum, { running }) => sum + running, 0),
    changing: clocks.reduce((sum, { changing }) => sum + changing, 0),
    clocks,
  }
}
