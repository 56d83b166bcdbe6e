import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { IncomingFact, RecordedFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { findErased } from '../privacy/find-erased.ts'
import { csvLine } from './csv-line.ts'
import { dropped, type Issue } from './finding.ts'
import { knownPeople } from './known-people.ts'
import { isDropped, type RowOutcome } from './profiles/profile.ts'

export type RecordedBatch = {
  issues: Issue[]
  /** Rows below a header that were read. */
  rows: number
  /** Rows all of whose facts were known already. */
  unchanged: number
}

export type BatchRules = {
  importId: string
  /** Leave out rows about people who were known before this import. */
  shouldSkipKnown: boolean
  shouldNotify: boolean
  /** When the import was asked for: from then on holds what it says of people known before. */
  arrivedAtMs: number
}

const RAW_LIMIT = 4_000

/**
 * Records the facts of a batch of rows through the one way in, and gathers what must be said about the rows. The first
 * batch of a run that was interrupted may have been recorded before (`isRepeated`).
 */
export async function recordBatch(
  ctx: Context,
  batch: readonly RowOutcome[],
  rules: BatchRules,
  isRepeated: boolean,
): Promise<RecordedBatch> {
  const erased = await leaveErased(ctx, batch)
  await meetKnown(ctx, batch, rules)
  const unchanged = await recordRows(ctx, batch, rules, isRepeated)
  const issues: Issue[] = []
  for (const outcome of batch) {
    const { file, row, cells, findings } = outcome
    const raw =
      findings.length === 0 || row === 1 || erased.has(outcome)
        ? null
        : csvLine(cells).slice(0, RAW_LIMIT).toWellFormed()
    for (const finding of findings) issues.push({ ...finding, file, row, raw })
  }
  return { issues, rows: batch.filter((outcome) => outcome.row > 1).length, unchanged }
}

/** Rows about people who were erased are left out, and nothing of them is kept, not even the row. */
async function leaveErased(ctx: Context, batch: readonly RowOutcome[]): Promise<Set<RowOutcome>> {
  const rows = batch.filter((outcome) => outcome.facts.length > 0)
  const found = await findErased(
    ctx,
    rows.map((outcome) => outcome.facts[0]?.who),
  )
  const erased = new Set([...found].flatMap((index) => rows[index] ?? []))
  for (const { findings } of erased)
    findings.push(dropped('was-erased', 'This person was erased at their own request; the row was left out.'))
  return erased
}

/** Rows whose facts do not fit are dropped with the reason, and the others are tried again. */
async function recordRows(
  ctx: Context,
  batch: readonly RowOutcome[],
  rules: BatchRules,
  isRepeated: boolean,
): Promise<number> {
  for (;;) {
    const facts: IncomingFact[] = []
    const rowOf: RowOutcome[] = []
    for (const outcome of batch) {
      if (isDropped(outcome.findings)) continue
      for (const fact of outcome.facts) {
        facts.push(fact)
        rowOf.push(outcome)
      }
    }
    if (facts.length === 0) return 0
    try {
      const recorded = await recordFacts(ctx, facts, { onRefused: 'report', shouldNotify: rules.shouldNotify })
      const own = isRepeated ? await ownFacts(ctx, recorded, rules.importId) : new Set<string>()
      return countUnchanged(recorded, rowOf, own)
    } catch (error) {
      if (!dropUnfit(error, rowOf)) throw error
    }
  }
}

function countUnchanged(
  recorded: readonly RecordedFact[],
  rowOf: readonly RowOutcome[],
  own: ReadonlySet<string>,
): number {
  const changed = new Set<RowOutcome>()
  const all = new Set<RowOutcome>()
  for (const [index, fact] of recorded.entries()) {
    const outcome = rowOf[index]
    if (outcome === undefined) continue
    all.add(outcome)
    if (fact.status !== 'duplicate' || own.has(fact.factId)) changed.add(outcome)
    if (fact.status === 'refused')
      outcome.findings.push(dropped('refused', `The agreement refuses it: ${fact.reason ?? 'no reason given'}`))
  }
  return all.size - changed.size
}

/** Marks the rows named by a refusal of the whole batch (`facts.12.data.name`). False when it names none. */
function dropUnfit(error: unknown, rowOf: readonly RowOutcome[]): boolean {
  if (!(error instanceof Problem) || error.code !== 'bad-request') return false
  let hasDropped = false
  for (const { where, what } of error.errors) {
    const [, index, ...path] = where.split('.')
    const outcome = rowOf[Number(index)]
    if (outcome === undefined) continue
    outcome.findings.push(dropped('does-not-fit', `${path.join('.')}: ${what}`))
    hasDropped = true
  }
  return hasDropped
}

/** Those of the facts that this import itself recorded. */
async function ownFacts(ctx: Context, recorded: readonly RecordedFact[], importId: string): Promise<Set<string>> {
  const { rows } = await ctx.db.query<{ fact_id: string }>(
    `select f.fact_id from unnest($1::uuid[], $2::uuid[]) as k(person_id, fact_id)
     join facts f on f.person_id = k.person_id and f.fact_id = k.fact_id where f.import_id = $3`,
    [recorded.map((fact) => fact.personId), recorded.map((fact) => fact.factId), importId],
  )
  return new Set(rows.map((row) => row.fact_id))
}

/**
 * People known before the import: their rows are left out, or what the rows say of them holds from now on, not from the
 * date of the row, which an earlier import may have used already.
 */
async function meetKnown(ctx: Context, batch: readonly RowOutcome[], rules: BatchRules): Promise<void> {
  const whos = batch.flatMap((outcome) => outcome.facts[0]?.who ?? [])
  const known = await knownPeople(ctx.db, whos, rules.importId)
  if (known.size === 0) return
  for (const { facts, findings } of batch) {
    const who = facts[0]?.who
    const key = [who?.email, who?.externalId, who?.phone].find((one) => one !== undefined && known.has(one))
    if (key === undefined) continue
    if (rules.shouldSkipKnown)
      findings.push(dropped('already-known', `${key} was known before this import; the row was left out.`))
    else for (const fact of facts) if (fact.kind === 'person.identified') fact.at = Math.max(fact.at, rules.arrivedAtMs)
  }
}
