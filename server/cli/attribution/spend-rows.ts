import { basename } from 'node:path'
import { joinSpend, type Spend } from '@ensemble/engine/attribution/join-spend.ts'
import { ExplainedError } from '../../explained-error.ts'
import { openTable } from '../../features/imports/tables/open-table.ts'
import { UnreadableFile } from '../../features/imports/tables/unreadable-file.ts'
import type { Analysis } from './analyse-file.ts'
import { cellProblems, note, throwIfAny } from './cell-problems.ts'
import { readMoney } from './read-cells.ts'

export type SpendRow = {
  readonly model: string
  readonly channel: string
  readonly spend: number
  readonly conversions: number
  readonly value: number
  readonly costPerConversion: number | null
  readonly returnOnSpend: number | null
}

const LABEL = /^(channel|campaign|source|label|name)$/i
const COST = /^(cost|spend|spent|amount|cost[ _]?\(?[a-z]{3}\)?)$/i

/** Spend of a CSV file (a channel and a cost a row, any number of rows each), in currency units. */
export async function readSpend(path: string): Promise<{ label: string; amount: number }[]> {
  const { table } = await openTable(path, basename(path)).catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw new ExplainedError(`--spend: ${error.message} ${error.mend}`)
    throw error instanceof Error && 'code' in error ? new ExplainedError(`--spend: there is no file ${path}.`) : error
  })
  const labelAt = table.columns.findIndex((name) => LABEL.test(name))
  const costAt = table.columns.findIndex((name) => COST.test(name))
  if (labelAt < 0 || costAt < 0)
    throw new ExplainedError(
      `--spend: ${basename(path)} needs a column "channel" and a column "cost". Its columns are ${table.columns.join(', ')}.`,
    )
  const problems = cellProblems(basename(path))
  const mark = table.separator === ';' ? ',' : '.'
  const found: { label: string; amount: number }[] = []
  for await (const { row, cells } of table.rows()) {
    const { value } = readMoney({ problems, row, cells, header: table.columns, mark }, costAt)
    if (value < 0)
      note(problems, row, table.columns[costAt] ?? null, 'the cost is below zero.', 'Write what was spent.')
    found.push({ label: (cells[labelAt] ?? '').trim(), amount: value })
  }
  throwIfAny(problems)
  return found
}

/** Spend beside the credits of each model that was computed. Sums are rounded once, after all rows of a channel. */
export function spendRows(
  found: Analysis,
  spend: readonly { label: string; amount: number }[],
  decimals: number,
): SpendRow[] {
  const unit = 10 ** decimals
  const sums = new Map<string, number>()
  for (const { label, amount } of spend) sums.set(label, (sums.get(label) ?? 0) + amount)
  const rows: Spend[] = [...sums].map(([label, amount]) => ({ label, cents: Math.round(amount * unit) }))
  const models = found.comparison?.models ?? (found.single === null ? [] : [found.single])
  return models.flatMap(({ model, credits }) =>
    joinSpend({ labels: found.labels, ...credits }, rows).map((one) => ({
      model,
      channel: one.label,
      spend: one.spentCents / unit,
      conversions: one.conversions,
      value: one.cents / unit,
      costPerConversion: one.centsPerConversion === null ? null : one.centsPerConversion / unit,
      returnOnSpend: one.returnOnSpend,
    })),
  )
}
