import { parseArgs } from 'node:util'
import { type Learned, type LearnOptions, learn } from '@ensemble/engine/learning/learn.ts'
import { z } from 'zod'
import { openContext } from '../compose.ts'
import type { Context } from '../context.ts'
import { ExplainedError } from '../explained-error.ts'
import { UnreadableFile } from '../features/imports/tables/unreadable-file.ts'
import { learnOwn } from '../features/models/learn-own.ts'
import { learnedReport } from '../features/models/learned-report.ts'
import { saveModel } from '../features/models/save-model.ts'
import { Problem } from '../http/problem.ts'
import { learnReport } from './learn-report.ts'
import { type LearnFrom, type LearningRows, readLearningTable } from './read-learning-table.ts'

export const summary = 'Learns a score from outcomes in a file or of your own leads, and says how far to trust it'

export const help = `
Usage: ensemble learn FILE --target COLUMN [--positive VALUE] [--time COLUMN | --in-order] [--exclude A,B] [--save NAME] [--json]
       ensemble learn --own --from DAY --to DAY [--within DAYS] [--exclude A,B] [--save NAME] [--json]

Reads a CSV, TSV or XLSX file of leads whose outcome is known, learns on the first four fifths, measures on the last fifth,
and warns of fields that were written too late to be used, of drift and of too little data. Nothing is stored without --save.
With --own it learns from the leads of this installation that qualified in the period: what was known of each at that moment,
and whether it was won within so many days.

Options:
  --target COLUMN      what became of each row; blank where it is not known yet
  --positive VALUE     the value that is a success; may be left out where the two values are like yes and no, or 1 and 0
  --time COLUMN        orders the rows: numbers or dates such as 2026-11-25; the column is not used to foretell
  --in-order           the rows of the file stand in order of time already
  --split KIND         time (needs --time or --in-order; the default with one of them), or mod5: every fifth row is measured on
  --own                learn from the leads of this installation; its fields are named as a clause reads them
  --from DAY --to DAY  leads qualified in these days, --to excluded, such as 2025-01-01
  --within DAYS        a lead not won within so many days of qualifying counts as not won; 90 without it
  --model KIND         logistic (default), or bayes; too little data for logistic gives bayes, with a warning
  --exclude A,B        fields not to use; may be given several times, a name with a comma in a call of its own: --exclude "A, B"
  --written-after A,B  fields you know to be written after first contact: each is used, and warned of
  --save NAME          keep the score under this name, for an agreement to name in a clause of "learned"; never changed
  --with-model         with --json, print the model itself as well
  --json               print one JSON object

Exit code: 0 when something was learnt, 1 when the rows cannot be read or hold too little, or the name is taken, 2 on bad usage.
`

const options = {
  target: { type: 'string' },
  positive: { type: 'string' },
  time: { type: 'string' },
  'in-order': { type: 'boolean' },
  split: { type: 'string' },
  own: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  within: { type: 'string', default: '90' },
  model: { type: 'string', default: 'logistic' },
  exclude: { type: 'string', multiple: true },
  'written-after': { type: 'string', multiple: true },
  save: { type: 'string' },
  'with-model': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

const modelKind = z.enum(['logistic', 'bayes'])
const splitKind = z.enum(['time', 'mod5'])
const day = z.iso.date()

type Values = ReturnType<
  typeof parseArgs<{ args: string[]; options: typeof options; allowPositionals: true }>
>['values']
type Rows = { source: string; rowsFromMs: number | null; rowsToMs: number | null }
type Found = { learned: Learned; rows: Rows }

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const model = modelKind.safeParse(values.model)
  if (!model.success) return misused(`--model is logistic or bayes; "${values.model}" is neither`)
  if (values.own === true) {
    if (positionals.length > 0) return misused('--own reads no file')
    const { from, to } = values
    if (!day.safeParse(from).success || !day.safeParse(to).success)
      return misused('--own needs --from and --to, each a day such as 2025-01-01')
    const withinDays = Number(values.within)
    if (!Number.isInteger(withinDays) || withinDays < 1)
      return misused(`--within is a whole number of days; "${values.within}" is not`)
    return opened(async (ctx) => {
      const found = await learnFromOwn(ctx, values, { from: from ?? '', to: to ?? '', withinDays, kind: model.data })
      await keep(ctx, values.save, found)
      return tell(found, values)
    })
  }
  const isOrdered = values.time !== undefined || values['in-order'] === true
  const split = splitKind.safeParse(values.split ?? (isOrdered ? 'time' : 'mod5'))
  const [path] = positionals
  if (path === undefined || positionals.length > 1) return misused('name one file')
  if (values.target === undefined)
    return misused('--target is missing: name the column that says what became of each row')
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
  const found = await learnFromFile(from, values, { model: model.data, split: split.data })
  if (values.save === undefined) return tell(found, values)
  return opened(async (ctx) => {
    await keep(ctx, values.save, found)
    return tell(found, values)
  })
}

async function learnFromFile(
  from: LearnFrom,
  values: Values,
  how: Pick<LearnOptions, 'model' | 'split'>,
): Promise<Found> {
  const { table, fromMs, toMs, source }: LearningRows = await readLearningTable(from).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new ExplainedError(`${error.message} ${error.mend}`) : error
  })
  const names = table.columns.map(({ name }) => name)
  const learned = learn(table, {
    ...how,
    exclude: fieldsOf('--exclude', values.exclude ?? [], [...names, from.target, from.time ?? '']),
    writtenAfter: fieldsOf('--written-after', values['written-after'] ?? [], names),
  })
  if (!learned.ok) throw new ExplainedError(learned.reason)
  return { learned, rows: { source, rowsFromMs: fromMs, rowsToMs: toMs } }
}

async function learnFromOwn(
  ctx: Context,
  values: Values,
  { kind, ...asked }: { from: string; to: string; withinDays: number; kind: LearnOptions['model'] },
): Promise<Found> {
  const named = (given: readonly string[] = []): string[] =>
    given.flatMap((text) => text.split(',').map((part) => part.trim())).filter((part) => part !== '')
  const { found, fromMs, toMs } = await learnOwn(ctx, {
    ...asked,
    options: { model: kind, exclude: named(values.exclude), writtenAfter: named(values['written-after']) },
  })
  if (!found.ok) throw new ExplainedError(found.reason)
  const source = `own leads qualified from ${asked.from} to ${asked.to}, won within ${asked.withinDays} days`
  return { learned: found, rows: { source, rowsFromMs: fromMs, rowsToMs: toMs } }
}

async function keep(ctx: Context, name: string | undefined, { learned, rows }: Found): Promise<void> {
  if (name !== undefined) await saveModel(ctx, { name, learned, ...rows, createdBy: null })
}

function tell({ learned }: Found, values: Values): number {
  const report = learnedReport(learned)
  const saved = values.save === undefined ? {} : { savedAs: values.save }
  const whole =
    values['with-model'] === true ? { ...report, ...saved, learned: learned.model } : { ...report, ...saved }
  console.log(values.json === true ? JSON.stringify(whole, null, 2) : learnReport(learned))
  if (values.save !== undefined && values.json !== true)
    console.log(`\nKept as "${values.save}". An agreement may name it in a clause of "learned".`)
  return 0
}

async function opened(answer: (ctx: Context) => Promise<number>): Promise<number> {
  const { ctx, close } = await openContext()
  try {
    return await answer(ctx)
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError([error.message, error.mend ?? ''].join(' ').trim()) : error
  } finally {
    await close()
  }
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
