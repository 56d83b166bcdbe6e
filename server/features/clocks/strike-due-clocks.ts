import type { Context } from '../../context.ts'
import type { IncomingFact, RecordedFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { changeClocksOf, type PendingChange, readPendingChanges } from './change-running-clocks.ts'

const BATCH = 100
/** So many batches are struck side by side: one waits for the disk while the other thinks. */
const SIDE_BY_SIDE = 2

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
  if (rows.length === 0) return 0
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
 * A clock that is due under terms that a version in force has replaced must not strike by the old ones: its story hears of the
 * version first, before its turn. Returns whether there were any such clocks.
 */
async function changeFirst(
  ctx: Context,
  due: readonly DueRow[],
  changes: readonly PendingChange[],
  told: Set<string>,
): Promise<boolean> {
  let hasChanged = false
  for (const change of changes) {
    const people = due
      .filter(({ next_at, started_at }) => started_at.getTime() < change.fromMs && next_at.getTime() >= change.fromMs)
      .map(({ person_id }) => person_id)
      .filter((id) => (change.afterPerson === null || id > change.afterPerson) && !told.has(`${change.version}:${id}`))
    if (people.length === 0) continue
    for (const id of people) told.add(`${change.version}:${id}`)
    hasChanged = true
    try {
      await changeClocksOf(ctx, people, change)
    } catch (error) {
      ctx.log.error({ err: error, version: change.version }, 'due clocks could not take new terms first')
    }
  }
  return hasChanged
}

/**
 * Strikes every clock whose next mark has come by `untilMs`, until none is left that it can strike. Returns how many it
 * struck. Several processes may do so at once: a strike has its effect once.
 */
export async function strikeDueClocks(ctx: Context, untilMs: number): Promise<number> {
  const changes = await readPendingChanges(ctx, untilMs)
  const told = new Set<string>()
  let tried = new Set<string>()
  let struck = 0
  for (;;) {
    const { rows } = await ctx.db.query<DueRow>(
      `select person_id, attempt, name, started_at, next_at from clocks
       where next_at <= $1 order by next_at, person_id, name limit $2`,
      [new Date(untilMs), BATCH * SIDE_BY_SIDE + tried.size],
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
    if (changes.length > 0 && (await changeFirst(ctx, due, changes, told))) continue
    for (const row of due) tried.add(keyOf(row))
    const parts = await Promise.all([
      strikeEach(ctx, due.slice(0, Math.ceil(due.length / SIDE_BY_SIDE))),
      strikeEach(ctx, due.slice(Math.ceil(due.length / SIDE_BY_SIDE))),
    ])
    struck += parts.reduce((sum, part) => sum + part, 0)
  }
}

function keyOf(row: DueRow): string {
  return `${row.person_id}:${row.attempt}:${row.name}:${row.started_at.getTime()}:${row.next_at.getTime()}`
}
