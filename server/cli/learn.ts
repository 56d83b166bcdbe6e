import { parseArgs } from 'node:util'
import { type Learned, learn } from '@ensemble/engine/learning/learn.ts'
import { z } from 'zod'
import { ExplainedError } from '../explained-error.ts'
import { UnreadableFile } from '../features/imports/tables/unreadable-file.ts'
import { learnReport } from './learn-report.ts'
import { type LearnFrom, readLearningTable } from './read-learning-table.ts'

export const summary = 'Learns a score from outcomes in a file, and says how far to trust it'

export const help = `
Usage: ensemble learn FILE --target COLUMN [--positive VALUE] [--time COLUMN | --in-order] [--exclude A,B] [--json]

Reads a CSV, TSV or XLSX file of leads whose outcome is known, learns on the first four fifths, measures on the last fifth,
and warns of fields that were written too late to be used, of drift and of too little data. Nothing is stored.

Options:
  --target COLUMN      what became of each row; blank where it is not known yet
  --positive VALUE     the value that is a success; may be left out where the two values are like yes and no, or 1 and 0
  --time COLUMN        orders the rows: numbers or dates such as 2026-11-25; the column is not used to foretell
  --in-order           the rows of the file stand in order of time already
  --split KIND         time (needs --time or --in-order; the default with one of them), or mod5: every fifth row is measured on
  --model KIND         logistic (default), or bayes; too little data for logistic gives bayes, with a warning
  --exclude A,B        fields not to use; may be given several times, a name with a comma in a call of its own: --exclude "A, B"
  --written-after A,B  fields you know to be written after first contact: each is used, and warned of
  --with-model         with --json, print the model itself as well
  --json               print one JSON object

Exit code: 0 when something was learnt, 1 when the file cannot be read or holds too little, 2 on bad usage.
`

const options = {
  target: { type: 'string' },
  positive: { type: 'string' },
  time: { type: 'string' },
  'in-order': { type: 'boolean' },
  split: { type: 'string' },
  model: { type: 'string', default: 'logistic' },
  exclude: { type: 'string', multiple: true },
  'written-after': { type: 'string', multiple: true },
  'with-model': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

const modelKind = z.enum(['logistic', 'bayes'])
const splitKind = z.enum(['time', 'mod5'])

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [path] = positionals
  const model = modelKind.safeParse(values.model)
  const isOrdered = values.time !== undefined || values['in-order'] === true
  const split = splitKind.safeParse(values.split ?? (isOrdered ? 'time' : 'mod5'))
  if (path === undefined || positionals.length > 1) return misused('name one file')
  if (values.target === undefined)
    return misused('--target is missing: name the column that says what became of each row')
  if (!model.success) return misused(`--model is logistic or bayes; "${values.model}" is neither`)
  if (!split.success) return misused(`--split is time or mod5; "${values.split}" is neither`)
  if (values.time !== undefined && values['in-order']) return misused('give --time or --in-order, not both')
  if (split.data === 'time' && !isOrdered) return misused('--split time needs --time COLUMN, or --in-order')
  const from: LearnFrom = {
    path,
    target: values.target,
    positive: values.positive ?? null,
    time: values.time ?? null,
    isInOrder: values['in-order'] === true,
  }
  const table = await readLearningTable(from).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new ExplainedError(`${error.message} ${error.mend}`) : error
  })
  const names = table.columns.map(({ name }) => name)
  const found = learn(table, {
    model: model.data,
    split: split.data,
    exclude: fieldsOf('--exclude', values.exclude ?? [], [...names, values.target, values.time ?? '']),
    writtenAfter: fieldsOf('--written-after', values['written-after'] ?? [], names),
  })
  if (!found.ok) throw new ExplainedError(found.reason)
  console.log(values.json ? JSON.stringify(asJson(found, values['with-model'] === true), null, 2) : learnReport(found))
  return 0
}

function misused(message: string): number {
  console.error(`ensemble learn: ${message}.\nSee \`ensemble learn --help\`.`)
  return 2
}

/** Names given whole or with commas between; each must be a column, in any case of letters. */
function fieldsOf(option: string, given: readonly string[], columns: readonly string[]): string[] {
  const byName = new Map(columns.map((name) => [name.toLowerCase(), name]))
  const find = (name: string): string | undefined => byName.get(name.trim().toLowerCase())
  return given.flatMap((text) => {
    const whole = find(text)
    if (whole !== undefined) return [whole]
    const parts = text.split(',').filter((part) => part.trim() !== '')
    return parts.map((part) => {
      const known = find(part)
      if (known === undefined)
        throw new ExplainedError(
          `${option}: there is no column "${part.trim()}". The columns are ${columns.join(', ')}.`,
        )
      return known
    })
  })
}

function asJson({ model, evaluation, split, ...rest }: Learned, isModelWanted: boolean): unknown {
  const { train, test } = split
  const rows = train.rows + test.rows
  const positives = train.positives + test.positives
  const withRate = (share: { rows: number; positives: number }) => ({
    ...share,
    baseRate: share.rows === 0 ? null : share.positives / share.rows,
  })
  return {
    n: rows,
    positives,
    baseRate: positives / rows,
    notYetKnown: rest.notYetKnown,
    target: model.target,
    positive: model.positive,
    model: model.kind,
    parameters: rest.parameters,
    split: { kind: split.kind, train: withRate(train), test: withRate(test) },
    ...evaluation,
    calibration: model.calibration.kind,
    fields: rest.fields,
    leftOut: rest.leftOut,
    warnings: rest.warnings,
    ...(isModelWanted ? { learned: model } : {}),
  }
}
