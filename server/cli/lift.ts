import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Arm, type LiftReport, measureLift } from '@ensemble/engine/experiments/measure-lift.ts'
import { ExplainedError } from '../explained-error.ts'
import { openTable } from '../features/imports/tables/open-table.ts'
import { UnreadableFile } from '../features/imports/tables/unreadable-file.ts'
import { readNumber } from '../features/imports/values/read-number.ts'
import { align } from './align.ts'

export const summary = 'Measures what a campaign changed, against people who were held out of it'

export const help = `
Usage: ensemble lift FILE --arm COLUMN --control VALUE --outcome COLUMN[,COLUMN...] [--json]

Reads a CSV, TSV or XLSX file with a row for each person of a test in which chance chose who was treated, and says what the
treatment changed: difference with 95 % interval, what it brought in all, p (stricter for several arms), and whether the
split is as even as chance makes it. This is what attribution cannot say: what would not have happened otherwise.

Options:
  --arm COLUMN       which group each person was in
  --control VALUE    the group that was not treated
  --outcome COLUMN   what came of it: 0 and 1 (a share), or numbers such as money (a mean); several with commas
  --json             print one JSON object

Exit code: 0 when it was measured, 1 when the file cannot be read or a group is empty, 2 on bad usage.

Example: npx ensemble lift test.csv --arm segment --control "No E-Mail" --outcome visit,conversion,spend
`

const options = {
  arm: { type: 'string' },
  control: { type: 'string' },
  outcome: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Tally = { n: number; sum: number; sumOfSquares: number; isShare: boolean }

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file] = positionals
  const { arm, control, outcome } = values
  if (file === undefined || positionals.length > 1 || !arm || !control || !outcome) {
    console.error('ensemble lift: name one file, and give --arm, --control and --outcome.\nSee `ensemble lift --help`.')
    return 2
  }
  const found = await readArms(
    file,
    arm,
    control,
    outcome.split(',').map((name) => name.trim()),
  )
  const outcomes = found.outcomes.map(({ name, arms }) => {
    const report = measureLift(arms, found.control)
    if (report === null)
      throw new ExplainedError(`--control "${control}" and at least one other group need people in ${file}.`)
    return { outcome: name, ...report }
  })
  const result = { people: found.people, leftOut: found.leftOut, outcomes }
  console.log(values.json ? JSON.stringify(result, null, 2) : print(result))
  return 0
}

type Arms = { control: string; people: number; leftOut: number; outcomes: { name: string; arms: Arm[] }[] }

async function readArms(path: string, arm: string, control: string, outcomes: readonly string[]): Promise<Arms> {
  const { table } = await openTable(path, basename(path)).catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw new ExplainedError(`${error.message} ${error.mend}`)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new ExplainedError(`There is no file ${path}.`)
    throw error
  })
  const placeOf = (option: string, name: string): number => {
    const place = table.columns.findIndex((column) => column.toLowerCase() === name.trim().toLowerCase())
    if (place === -1)
      throw new ExplainedError(`${option}: there is no column "${name}". The columns are ${table.columns.join(', ')}.`)
    return place
  }
  const armPlace = placeOf('--arm', arm)
  const places = outcomes.map((name) => placeOf('--outcome', name))
  const tallies = places.map(() => new Map<string, Tally>())
  let [people, leftOut] = [0, 0]
  for await (const { row, cells } of table.rows()) {
    const group = cells[armPlace]?.trim() ?? ''
    if (group === '') {
      leftOut += 1
      continue
    }
    people += 1
    for (const [index, place] of places.entries()) {
      const text = cells[place]?.trim() ?? ''
      const value =
        text === '' ? { ok: true as const, value: 0 } : readNumber(text, table.separator === ';' ? ',' : '.')
      if (!value.ok)
        throw new ExplainedError(
          `${path}, row ${row}, ${table.columns[place]}: "${text}" is not a number. Write 0 and 1, or amounts.`,
        )
      add(tallies[index] ?? new Map(), group, value.value)
    }
  }
  const groups = [...(tallies[0]?.keys() ?? [])]
  const known = groups.find((name) => name.toLowerCase() === control.trim().toLowerCase())
  if (known === undefined)
    throw new ExplainedError(`--control: nobody is in "${control}". The groups are ${groups.slice(0, 20).join(', ')}.`)
  return {
    control: known,
    people,
    leftOut,
    outcomes: places.map((place, index) => ({
      name: table.columns[place] ?? '',
      arms: armsOf(tallies[index] ?? new Map()),
    })),
  }
}

function add(tally: Map<string, Tally>, group: string, value: number): void {
  const known = tally.get(group) ?? { n: 0, sum: 0, sumOfSquares: 0, isShare: true }
  known.n += 1
  known.sum += value
  known.sumOfSquares += value * value
  known.isShare &&= value === 0 || value === 1
  tally.set(group, known)
}

/** Noughts and ones throughout are a share; anything else is an amount in every arm. */
function armsOf(tally: ReadonlyMap<string, Tally>): Arm[] {
  const isShare = [...tally.values()].every((each) => each.isShare)
  return [...tally].map(([name, { n, sum, sumOfSquares }]) => ({
    name,
    n,
    outcome: isShare ? { kind: 'count', successes: sum } : { kind: 'amount', sum, sumOfSquares },
  }))
}

type Result = { people: number; leftOut: number; outcomes: ({ outcome: string } & LiftReport)[] }

function print({ people, leftOut, outcomes }: Result): string {
  const number = (value: number): string => value.toPrecision(5)
  const tables = outcomes.map((report) => {
    const rows = report.arms.map((lift) => [
      lift.name,
      String(lift.n),
      number(lift.mean),
      `${lift.difference >= 0 ? '+' : ''}${number(lift.difference)}`,
      `${number(lift.interval.low)} to ${number(lift.interval.high)}`,
      number(lift.incremental),
      lift.pAdjusted < 0.0001 ? '< .0001' : lift.pAdjusted.toFixed(4),
    ])
    const { control, splitP, neededForATenth } = report
    return [
      report.outcome,
      align([
        ['group', 'people', 'mean', 'difference', '95 %', 'in all', 'p'],
        [`${control.name} (held out)`, String(control.n), number(control.mean), '', '', '', ''],
        ...rows,
      ]),
      ...(splitP < 0.001 ? ['The groups are less even than chance makes them: look at how people were assigned.'] : []),
      ...(neededForATenth === null
        ? []
        : [`To find a tenth more, four times in five: ${neededForATenth} people in each group.`]),
    ].join('\n')
  })
  return [`${people} people${leftOut === 0 ? '' : `, ${leftOut} rows without a group left out`}`, ...tables].join(
    '\n\n',
  )
}
