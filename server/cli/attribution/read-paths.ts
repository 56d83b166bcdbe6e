import { basename } from 'node:path'
import { addTouch, endJourney, finishJourneys, startJourneys } from '@ensemble/engine/attribution/journey-builder.ts'
import type { Table } from '../../features/imports/tables/table.ts'
import type { AttributionInput, InputOptions } from './attribution-input.ts'
import { cellProblems, note, throwIfAny } from './cell-problems.ts'
import type { Columns } from './column-roles.ts'
import { readCount, readMoney } from './read-cells.ts'
import { findPathSeparator, splitPath } from './split-path.ts'
import { wholeUnits } from './whole-units.ts'

/** Journeys of a table with a row a path: how many converted by it, what that was worth, how many did not. */
export async function readPaths(table: Table, columns: Columns, options: InputOptions): Promise<AttributionInput> {
  const at = columns.path ?? 0
  const separator = options.separator ?? (await findPathSeparator(table, at))
  const problems = cellProblems(basename(options.path))
  const mark = table.separator === ';' ? ',' : '.'
  const builder = startJourneys()
  let decimals = 0
  let withoutPath = 0
  let blankSteps = 0
  for await (const { row, cells, findings } of table.rows()) {
    for (const { severity, field, message } of findings)
      if (severity === 'dropped') note(problems, row, field, message, 'Mend the row.')
    const steps = splitPath(cells[at] ?? '', separator)
    const named = steps.filter((step) => step !== '')
    blankSteps += named.length === 0 ? 0 : steps.length - named.length
    const cell = { problems, row, cells, header: table.columns, mark } as const
    const conversions = columns.conversions === undefined ? 1 : readCount(cell, columns.conversions)
    const nulls = columns.nulls === undefined ? 0 : readCount(cell, columns.nulls)
    const money = columns.value === undefined ? { value: 0, decimals: 0 } : readMoney(cell, columns.value)
    decimals = Math.max(decimals, money.decimals)
    if (named.length === 0) withoutPath += 1
    for (const step of named) addTouch(builder, step)
    endJourney(builder, { conversions, nulls, cents: money.value })
  }
  throwIfAny(problems)
  const notes = [
    columns.conversions === undefined ? 'No column of conversions: each row is counted as one.' : '',
    columns.nulls === undefined ? 'No column of journeys without conversion: all journeys convert.' : '',
    columns.value === undefined ? 'No column of values: values are 0.' : '',
    withoutPath > 0 ? `${withoutPath} rows have no path; what they hold is credited to nothing.` : '',
    blankSteps > 0 ? `${blankSteps} blank steps in paths were left out.` : '',
  ].filter((sentence) => sentence !== '')
  return { kind: 'paths', by: 'channel', notes, ...wholeUnits(finishJourneys(builder), decimals) }
}
