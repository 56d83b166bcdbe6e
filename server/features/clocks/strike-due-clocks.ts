import type { Context } from '../../context.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'

const BATCH = 200

type DueRow = { person_id: string; attempt: number; name: string; started_at: Date; next_at: Date }

/** The strike of a clock: its message id names the clock and the mark, so that two workers strike it once. */
function strikeOf(row: DueRow): IncomingFact {
  const startedAt = row.started_at.getTime()
  const at = row.next_at.getTime()
  return {
    kind: 'clock.struck',
    at,
    messageId: `clock:${row.attempt}:${row.name}:${startedAt}:${at}`,
    source: 'ensemble',
    actor: null,
    isHistory: false,
    who: { personId: row.person_id },
    touch: null,
    data: { attempt: row.attempt, clock: row.name, startedAt },
  }
}

/** Strikes every clock whose next mark has come by `untilMs`, until none is left. Returns how many it struck. */
export async function strikeDueClocks(ctx: Context, untilMs: number): Promise<number> {
  let struck = 0
  for (;;) {
    const { rows } = await ctx.db.query<DueRow>(
      'select person_id, attempt, name, started_at, next_at from clocks where next_at <= $1 order by next_at limit $2',
      [new Date(untilMs), BATCH],
    )
    if (rows.length === 0) return struck
    // One clock of a person at a time: the first strike may stop the others.
    const seen = new Set<string>()
    const first = rows.filter((row) => !seen.has(row.person_id) && seen.add(row.person_id))
    const answers = await recordFacts(ctx, first.map(strikeOf))
    struck += answers.filter((answer) => answer.status === 'recorded').length
    if (answers.every((answer) => answer.status === 'duplicate')) {
      // Struck before but still due: the row is older than its story. Move it on from the story itself.
      await ctx.db.query('update clocks set next_at = null where next_at <= $1 and person_id = any($2::uuid[])', [
        new Date(untilMs),
        first.map((row) => row.person_id),
      ])
    }
  }
}
