import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ACCOUNT_SIZES, TRAITS } from '@ensemble/engine/backtest/segment.ts'
import { z } from 'zod'
import { openContext } from '../compose.ts'
import type { Context } from '../context.ts'
import { ExplainedError } from '../explained-error.ts'
import { runBacktest } from '../features/backtests/run-backtest.ts'
import { suggestAgreement } from '../features/backtests/suggest-agreement.ts'
import { Problem } from '../http/problem.ts'
import { backtestTable } from './backtest-table.ts'
import { parseSegment } from './parse-segment.ts'

export const summary = 'Tries an agreement on the past'

export const help = `
Usage: ensemble backtest --agreement FILE --from DAY --to DAY [--segment EXPR] [--json]
       ensemble backtest suggest --from DAY --to DAY [--per-week N] [--segment EXPR] [--json]

Folds the agreement over the company's own history, beside the version in force and beside what really happened: who would
have qualified, which wins would have been missed or caught earlier, which promises would have been kept, what it is worth.
The leads are those first met in the period. The same file and period give the same figures as the web.

"suggest" prints an agreement drafted from the data: the version in force with a definition of a qualified lead that lets in
the origins and landing pages whose leads are won most often, as many as sales can take.

Options:
  --agreement FILE       the draft, in YAML
  --from DAY             first day, included, such as 2018-01-01
  --to DAY               day after the last, excluded, such as 2018-04-01
  --segment EXPR         only some leads; may be given several times, and all must hold. EXPR is either
                           NAME=VALUE, NAME one of ${TRAITS.join(', ')}
                             (accountSize: ${ACCOUNT_SIZES.join(', ')}; nothing after the = : leads without it), or
                           a condition as in agreements, over person, account, traits and lead, such as
                             'account.employees >= 50 && lead.channel in ["fair", "referral"]'
  --per-week N           (suggest) leads a week; default: what the pools can take, else whatever is better than the average
  --json                 print one JSON object

Exit code: 0 when it was tried, 1 when the file has problems (each with line, clause and remedy), 2 on bad usage.
`

const day = z.iso.date()

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      agreement: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      segment: { type: 'string', multiple: true },
      'per-week': { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const [task] = positionals
  if (positionals.length > 1 || (task !== undefined && task !== 'suggest'))
    throw new ExplainedError(
      `There is no "ensemble backtest ${positionals.join(' ')}"; there is "ensemble backtest suggest".`,
    )
  const period = {
    from: parseDay('--from', values.from),
    to: parseDay('--to', values.to),
    segment: parseSegment(values.segment ?? []),
  }
  const isJson = values.json === true
  if (task === 'suggest') {
    const perWeek = parseCount('--per-week', values['per-week'])
    return opened(async (ctx) => {
      const suggested = await suggestAgreement(ctx, { ...period, perWeek })
      return isJson ? JSON.stringify(suggested, undefined, 2) : suggested.document.trimEnd()
    })
  }
  if (values.agreement === undefined) throw new ExplainedError('--agreement is missing: name the file of the draft.')
  const document = await readAgreement(values.agreement)
  return opened(async (ctx) => {
    const { report } = await runBacktest(ctx, { ...period, document })
    return isJson ? JSON.stringify(report, undefined, 2) : backtestTable(report)
  })
}

async function opened(answer: (ctx: Context) => Promise<string>): Promise<number> {
  const { ctx, close } = await openContext()
  try {
    console.log(await answer(ctx))
    return 0
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError(linesOf(error)) : error
  } finally {
    await close()
  }
}

function parseCount(option: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new ExplainedError(`${option} is a whole number above 0; "${text}" is not.`)
}

function linesOf({ message, mend, errors }: Problem): string {
  const places = errors.map(({ where, what, mend: how }) => `  ${where}: ${what}${how === undefined ? '' : ` ${how}`}`)
  return [message, ...places, ...(places.length > 0 || mend === undefined ? [] : [mend])].join('\n')
}

async function readAgreement(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new ExplainedError(`The agreement ${path} cannot be read. Give the path of a YAML file.`)
  })
}

function parseDay(option: string, text: string | undefined): string {
  if (text === undefined) throw new ExplainedError(`${option} is missing: give a day such as 2018-01-01.`)
  const parsed = day.safeParse(text)
  if (!parsed.success) throw new ExplainedError(`${option} is a day such as 2018-01-01; "${text}" is not.`)
  return parsed.data
}
