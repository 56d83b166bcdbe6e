import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openContext } from '../compose.ts'
import { ExplainedError } from '../explained-error.ts'
import { getForecast } from '../features/deals/get-forecast.ts'
import { DEAL_GROUPS, summariseDeals } from '../features/deals/summarise-deals.ts'
import { getFunnel } from '../features/funnel/get-funnel.ts'
import { namesOf } from '../features/leads/queries.ts'
import { readHouseSettings } from '../features/setup/house-settings.ts'
import { Problem } from '../http/problem.ts'
import { dealsTable } from './deals-table.ts'
import { funnelTable } from './funnel-table.ts'

export const summary = 'Prints reports: the funnel of a cohort, and deals with what became of them'

export const help = `
Usage: ensemble report funnel --from DAY --to DAY [--by GROUP] [--json]
       ensemble report deals [--from DAY] [--to DAY] [--by GROUP] [--json]

funnel: the leads first met in a period, by how far they came, with n and 95 % Wilson intervals, and by group.
deals: deals won, lost, undecided and open, the win rate with its interval, money by currency, what is proven, open stages,
reasons of losses, and what open deals will bring in the next six months by stage, by own history and by seller;
closed ones by the day they closed, open ones by the day they were opened. Without days, all of them.

Options:
  --from DAY   first day, included, such as 2018-01-01
  --to DAY     day after the last, excluded, such as 2018-05-01
  --by GROUP   channel (default), origin (in the words of the source), landingPage, campaign, source (as the agreement names them) or owner
               of deals: seller (default), product, account or month
  --json       print the answer as JSON
`

const day = z.iso.date()
const dealGroup = z.enum(DEAL_GROUPS)
const group = z.enum(['channel', 'origin', 'landingPage', 'campaign', 'source', 'owner'])

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string' }, by: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [report] = positionals
  if (positionals.length === 1 && report === 'funnel') return runFunnel(values)
  if (positionals.length === 1 && report === 'deals') return runDeals(values)
  throw new ExplainedError(
    `The reports are "ensemble report funnel" and "ensemble report deals"${report === undefined ? '' : `, not "${positionals.join(' ')}"`}.`,
  )
}

type Asked = { from?: string | undefined; to?: string | undefined; by?: string | undefined; json?: boolean | undefined }

async function runDeals(values: Asked): Promise<number> {
  const by = dealGroup.safeParse(values.by ?? 'seller')
  if (!by.success) throw new ExplainedError(`--by is one of ${DEAL_GROUPS.join(', ')}; "${values.by}" is not.`)
  const from = values.from === undefined ? null : parseDay('--from', values.from)
  const to = values.to === undefined ? null : parseDay('--to', values.to)
  if (from !== null && to !== null && from >= to) throw new ExplainedError('--to must be a day after --from.')
  const { ctx, close } = await openContext()
  try {
    const { zone } = await readHouseSettings(ctx.db)
    const found = await summariseDeals(ctx.db, { by: by.data, from, to, zone })
    const { months, overdue, withoutDate, definitions } = await getForecast(ctx, { months: 6 }, 'en')
    const forecast = { months, overdue, withoutDate, definitions }
    console.log(values.json ? JSON.stringify({ ...found, forecast }, undefined, 2) : dealsTable(found, forecast.months))
    return 0
  } finally {
    await close()
  }
}

async function runFunnel(values: Asked): Promise<number> {
  const question = {
    from: parseDay('--from', values.from),
    to: parseDay('--to', values.to),
    by: parseGroup(values.by ?? 'channel'),
  }
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
