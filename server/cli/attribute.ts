import { parseArgs } from 'node:util'
import { type AttributionModel, attributionModels, isDirectName } from '@ensemble/engine/attribution/models.ts'
import { transformPaths } from '@ensemble/engine/attribution/transform-paths.ts'
import { withinLookback } from '@ensemble/engine/attribution/within-lookback.ts'
import { parseDuration } from '@ensemble/engine/worktime/parse-duration.ts'
import { ExplainedError } from '../explained-error.ts'
import { type Asked, analyse } from './attribution/analyse-file.ts'
import type { AttributionInput } from './attribution/attribution-input.ts'
import { attributionJson } from './attribution/attribution-json.ts'
import { attributionTable } from './attribution/attribution-table.ts'
import { runOwn } from './attribution/own.ts'
import { parseTransforms } from './attribution/parse-transforms.ts'
import { readAttributionFile } from './attribution/read-attribution-file.ts'
import { readSpend, spendRows } from './attribution/spend-rows.ts'

export const summary = 'Credits conversions to the touches that led to them, by every model'

export const help = `
Usage: ensemble attribute FILE [--model M | --all] [--compare] [--json] [OPTIONS]
       ensemble attribute --own [--from DAY --to DAY] [--by channel|campaign|landingPage|origin|message]
                          [--level lead|opportunity|won] [--model M] [--lookback-days N] [--segment S] [--json]

Reads a CSV, TSV or XLSX file of paths or of touches and credits its conversions and their value. Nothing is stored.
A file of paths has a row a path:   path,total_conversions,total_conversion_value,total_null   ("mail > search > direct")
A file of touches has a row a touch: customer_id,time,interaction,conversion,conversion_value,channel
With --own, credits the touches and deals of this installation: the same rows as the page "What earned it".

Other names of columns are understood as well; a column that is missing is told in a note.

What to compute:
  --model M            first, last, last-non-direct, linear, u (40/20/40), u-lead, w, full, time-decay, markov, shapley
  --all                all of them side by side, with the range of each channel (the default)
  --compare            whether the data can tell the channels apart, intervals, and how stable the ranks are
  --spend FILE         costs (channel,cost): cost per conversion and return beside the credits
  --json               print one JSON object: a row per channel with conversions and value

How:
  --by COLUMN          credit the values of another column of touches: a campaign, a landing page, a message
  --lookback TERM      only touches so long before the conversion, such as "30 days"; the boundary counts
  --transform T        on paths first: exposure, first, unique, frequency, remove_if_not_all, remove_if_last_and_not_all;
                       several with commas; the last two take direct out, or remove_if_not_all(mail) another
  --order N            markov: the next touch depends on the last N, 1 to 3 (default 1)
  --half-life TERM     time-decay: after so long a touch weighs half (default "7 days")
  --stepped            time-decay: by whole half-lives
  --step TERM          time-decay on paths without times: how far apart touches lie (default "1 day")
  --direct NAME        a channel that counts as direct; may be given several times (default: what is called direct)
  --restart            a second conversion of a person looks back only to the one before
  --seed N             of the random draws of --compare (default 1)
  --resamples N        how often deals are drawn anew (default 500)

How to read the file:
  --map ROLE=COLUMN    what a column is: path, conversions, value, nulls, person, time, channel, medium, interaction, milestone,
                       leadAt, opportunityAt; several with commas
  --separator TEXT     between the steps of a path (default: found out; usually " > ")
  --dates KIND         iso (default), day-first or month-first

Examples:
  ensemble attribute paths.csv --model markov --order 2 --json
  ensemble attribute touches.csv --compare --lookback "30 days" --spend costs.csv
  ensemble attribute touches.csv --by campaign --model u --map person=cookie,conversions=bought

Exit code: 0 when credits were computed, 1 when the file cannot be used, 2 on bad usage.
`

const options = {
  model: { type: 'string' },
  all: { type: 'boolean' },
  compare: { type: 'boolean' },
  spend: { type: 'string' },
  json: { type: 'boolean' },
  by: { type: 'string' },
  lookback: { type: 'string' },
  transform: { type: 'string', multiple: true },
  order: { type: 'string' },
  'half-life': { type: 'string' },
  stepped: { type: 'boolean' },
  step: { type: 'string' },
  direct: { type: 'string', multiple: true },
  restart: { type: 'boolean' },
  seed: { type: 'string' },
  resamples: { type: 'string' },
  map: { type: 'string', multiple: true },
  separator: { type: 'string' },
  dates: { type: 'string' },
} as const

class Misuse extends Error {}

export async function run(args: string[]): Promise<number> {
  if (args.includes('--own')) return runOwn(args)
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [path] = positionals
  try {
    if (path === undefined || positionals.length > 1) throw new Misuse('name one file')
    const asked = readAsked(values)
    const transforms = parseTransforms(values.transform ?? [])
    if (!transforms.ok) throw new Misuse(`--transform: ${transforms.reason}`)
    const lookbackMs = values.lookback === undefined ? null : termOf('--lookback', values.lookback)
    const dates = values.dates ?? 'iso'
    if (dates !== 'iso' && dates !== 'day-first' && dates !== 'month-first')
      throw new Misuse(`--dates is iso, day-first or month-first; "${dates}" is none of them`)
    const spend = values.spend === undefined ? null : await readSpend(values.spend)
    const read = await readAttributionFile({
      path,
      map: values.map ?? [],
      by: values.by ?? null,
      separator: values.separator ?? null,
      dates,
      isRestarting: values.restart === true,
    })
    const looked = lookbackMs === null ? read : within(read, lookbackMs)
    const journeys = transforms.value.reduce(
      (paths, transform) => transformPaths(paths, transform, asked.options.isDirect),
      looked.journeys,
    )
    const found = analyse(journeys, asked)
    const joined = spend === null ? null : spendRows(found, spend, read.decimals)
    console.log(
      values.json
        ? JSON.stringify(attributionJson(looked, asked, found, joined), null, 2)
        : attributionTable(looked, asked, found, joined),
    )
    return 0
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    console.error(`ensemble attribute: ${error.message}.\nSee \`ensemble attribute --help\`.`)
    return 2
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

function readAsked(values: Values): Asked {
  if (values.model !== undefined && values.all) throw new Misuse('give --model or --all, not both')
  const model = values.model === undefined ? null : modelOf(values.model)
  const direct = new Set(values.direct?.map((name) => name.trim()) ?? [])
  return {
    model,
    isCompared: values.compare === true,
    seed: wholeOf('--seed', values.seed ?? '1', 0, 2 ** 31),
    resamples: wholeOf('--resamples', values.resamples ?? '500', 20, 100_000),
    options: {
      isDirect: direct.size > 0 ? (label) => direct.has(label) : isDirectName,
      order: wholeOf('--order', values.order ?? '1', 1, 3),
      isStepped: values.stepped === true,
      halfLifeMs: termOf('--half-life', values['half-life'] ?? '7 days'),
      stepMs: termOf('--step', values.step ?? '1 day'),
    },
  }
}

function modelOf(text: string): AttributionModel {
  const name = text.trim().toLowerCase().replaceAll('_', '-').replaceAll(' ', '-')
  const found = attributionModels.find((model) => model === name)
  if (found === undefined)
    throw new Misuse(`--model "${text}" is not known. Models are ${attributionModels.join(', ')}`)
  return found
}

function wholeOf(option: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || text.trim() === '' || value < least || value > most)
    throw new Misuse(`${option} is a whole number from ${least} to ${most}; "${text}" is not`)
  return value
}

function termOf(option: string, text: string): number {
  const read = parseDuration(/^\d+(\.\d+)?$/.test(text.trim()) ? `${text} days` : text)
  if (!read.ok) throw new Misuse(`${option}: ${read.message}: ${read.remedy}`)
  if (read.value.isWorking) throw new Misuse(`${option}: journeys are measured in real time: write "30 days"`)
  if (read.value.amountMs <= 0) throw new Misuse(`${option} is longer than nothing: write for example "30 days"`)
  return read.value.amountMs
}

function within(read: AttributionInput, lookbackMs: number): AttributionInput {
  const journeys = withinLookback(read.journeys, lookbackMs)
  if (journeys === null)
    throw new ExplainedError(
      '--lookback needs to know when each touch was: the file has no times. Leave it out, or map a column: --map time=COLUMN.',
    )
  return { ...read, journeys }
}
