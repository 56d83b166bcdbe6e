import type { Context } from '../../context.ts'
import type { IncomingFact, RecordedFact } from '../facts/incoming.ts'
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

/** One bad story must not keep the others from their clocks: when a batch fails, each is tried alone. */
async function strikeEach(ctx: Context, rows: readonly DueRow[]): Promise<number> {
  try {
    return count(await recordFacts(ctx, rows.map(strikeOf)))
  } catch (error) {
    if (rows.length === 1) {
      ctx.log.error({ err: error, person: rows[0]?.person_id, clock: rows[0]?.name }, 'a clock could not be struck')
      return 0
    }
  }
  let struck = 0
  for (const row of rows) struck += await strikeEach(ctx, [row])
  return struck
}

function count(answers: readonly RecordedFact[]): number {
  return answers.filter((answer) => answer.status === 'recorded').length
}

/**
 * Strikes every clock whose next mark has come by `untilMs`, until none is left that it can strike. Returns how many it
 * struck. Several processes may do so at once: a strike has its effect once.
 */
export async function strikeDueClocks(ctx: Context, untilMs: number): Promise<number> {
  let tried = new Set<string>()
  let struck = 0
  for (;;) {
    const { rows } = await ctx.db.query<DueRow>(
      `select person_id, attempt, name, started_at, next_at from clocks
       where next_at <= $1 order by next_at, person_id, name limit $2`,
      [new Date(untilMs), BATCH + tried.size],
    )
    // What was tried and is due still stays for the next look.
    tried = new Set(rows.map(keyOf).filter((key) => tried.has(key)))
    // One clock of a person at a time: the first strike may stop the others.
    const people = new Set<string>()
    const due = rows.filter((row) => {
      if (people.has(row.person_id) || tried.has(keyOf(row))) return false
      people.add(row.person_id)
      return true
    })
    if (due.length === 0) return struck
    for (const row of due) tried.add(keyOf(row))
    struck += await strikeEach(ctx, due)
  }
}

function keyOf(row: DueRow): string {
  return `${row.person_id}:${row.attempt}:${row.name}:${row.started_at.getTime()}:${row.next_at.getTime()}`
}
