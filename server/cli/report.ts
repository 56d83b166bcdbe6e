import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openContext } from '../compose.ts'
import { ExplainedError } from '../explained-error.ts'
import { getFunnel } from '../features/funnel/get-funnel.ts'
import { namesOf } from '../features/leads/queries.ts'
import { Problem } from '../http/problem.ts'
import { funnelTable } from './funnel-table.ts'

export const summary = 'Prints reports: the funnel of a cohort'

export const help = `
Usage: ensemble report funnel --from DAY --to DAY [--by GROUP] [--json]

The leads first met in a period, by how far they came, with n and 95 % Wilson intervals, and by group.

Options:
  --from DAY   first day, included, such as 2018-01-01
  --to DAY     day after the last, excluded, such as 2018-05-01
  --by GROUP   channel (default), origin (in the words of the source), landingPage, campaign or owner
  --json       print the answer as JSON
`

const day = z.iso.date()
const group = z.enum(['channel', 'origin', 'landingPage', 'campaign', 'owner'])

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      by: { type: 'string', default: 'channel' },
      json: { type: 'boolean' },
    },
  })
  if (positionals.length !== 1 || positionals[0] !== 'funnel') {
    throw new ExplainedError(
      `There is one report: "ensemble report funnel"${positionals[0] === undefined ? '' : `, not "${positionals.join(' ')}"`}.`,
    )
  }
  const question = { from: parseDay('--from', values.from), to: parseDay('--to', values.to), by: parseGroup(values.by) }
  const { ctx, close } = await openContext()
  try {
    const funnel = await getFunnel(ctx, question, 'en')
    const names =
      question.by === 'owner'
        ? await namesOf(
            ctx.db,
            funnel.groups.map(({ key }) => key),
          )
        : new Map<string, string>()
    console.log(values.json ? JSON.stringify(funnel, undefined, 2) : funnelTable(funnel, labelOf(names)))
    return 0
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError([error.message, error.mend].filter(Boolean).join(' ')) : error
  } finally {
    await close()
  }
}

function parseDay(option: string, text: string | undefined): string {
  if (text === undefined) throw new ExplainedError(`${option} is missing: give a day such as 2018-01-01.`)
  const parsed = day.safeParse(text)
  if (!parsed.success) throw new ExplainedError(`${option} is a day such as 2018-01-01; "${text}" is not.`)
  return parsed.data
}

function parseGroup(text: string): z.output<typeof group> {
  const parsed = group.safeParse(text)
  if (!parsed.success) throw new ExplainedError(`--by is one of ${group.options.join(', ')}; "${text}" is not.`)
  return parsed.data
}

function labelOf(names: ReadonlyMap<string, string>): (key: string | null) => string {
  return (key) => (key === null ? '(none)' : (names.get(key) ?? key))
}
