import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { forecast } from '@ensemble/engine/pipeline/forecast.ts'
import { type Accuracy, forecastAccuracy } from '@ensemble/engine/pipeline/forecast-accuracy.ts'
import { monthAfter, monthIn } from '@ensemble/engine/pipeline/months.ts'
import type { ForecastRow } from '@ensemble/engine/pipeline/past-forecast.ts'
import { pipelineOf } from '@ensemble/engine/pipeline/pipeline-of.ts'
import { AT_LEAST, type StageRate, stageRates } from '@ensemble/engine/pipeline/stage-rates.ts'
import { termsAt } from '@ensemble/engine/pipeline/terms-at.ts'
import { localTimeOf } from '@ensemble/engine/worktime/local-time.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { bookOf } from './book/book-of.ts'
import { chooseSlots } from './book/choose-slots.ts'
import type { DealBook } from './book/deal-book.ts'
import { countOpen, countOverdue, countWon, type Priced, type Won } from './book/forecast-counts.ts'
import { type AlivePast, aliveBetween } from './book/past-deals.ts'
import { dayNumber, dayText } from './book/put-deal.ts'
import { rememberAnswers } from './book/remember.ts'
import { pipelineKeys } from './deal-filters.ts'
import type { getForecast as promise } from './forecast-contract.ts'
import { forecastDefinitions } from './forecast-definitions.ts'
import { named } from './named-statement.ts'
import { type PastForecast, readPastForecast } from './read-past-forecast.ts'

type Answer = z.output<NonNullable<(typeof promise)['response']>>
type Asked = z.output<NonNullable<(typeof promise)['query']>>

/** Past months whose forecast is compared with what came. */
const PAST_MONTHS = 6

/** Open deals as they stood at a moment of the past, one by one. */
function openAsOf(deals: readonly AlivePast[], atMs: number): Priced[] {
  return deals.flatMap((deal): Priced[] => {
    const then = termsAt(deal, atMs)
    if (then === null) return []
    return [
      {
        month: then.closeDate?.slice(0, 7) ?? '',
        pipeline: deal.pipeline,
        stage: then.stage,
        closer: then.closer,
        currency: then.currency ?? '',
        isPriced: then.amountCents !== null && then.currency !== null,
        deals: 1,
        cents: then.amountCents ?? 0,
      },
    ]
  })
}

/** The rate of a stage; where its own deals are too few, of its pipeline; null where these are too few as well. */
function rateFinder(rates: readonly StageRate[], counts: ReadonlyMap<string, StageRate>) {
  const own = new Map(rates.map((each) => [`${each.pipeline}\0${each.stage}`, each]))
  return (pipeline: string, stage: string) => {
    const found = own.get(`${pipeline}\0${stage}`)
    if (found !== undefined && !found.isSmall) return found.rate
    const whole = counts.get(pipeline)
    return whole === undefined || whole.isSmall ? null : whole.rate
  }
}

/** Of each pipeline, the stage most of its deals have passed: nearly all of them. */
function widest(rates: readonly StageRate[]): Map<string, StageRate> {
  const found = new Map<string, StageRate>()
  for (const each of rates) {
    const known = found.get(each.pipeline)
    if (known === undefined || known.rate.n < each.rate.n) found.set(each.pipeline, each)
  }
  return found
}

const factorOf = (accuracy: Accuracy | undefined) =>
  accuracy === undefined || accuracy.isSmall || accuracy.ratio === null
    ? null
    : { ratio: accuracy.ratio, low: accuracy.lowRatio, high: accuracy.highRatio }

async function namesOf(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const { rows } = await ctx.db.query<{ id: string; name: string }>(
    named('select id, name from users where id = any($1::uuid[])', [[...new Set(ids.filter((id) => id !== null))]]),
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

function probabilityIn(agreement: CompiledAgreement) {
  return (pipeline: string, stage: string): number | null =>
    pipelineOf(agreement, { pipeline: pipeline === '' ? null : pipeline })?.stages.find((each) => each.name === stage)
      ?.probability ?? null
}

function sumsOf(rows: readonly Priced[]): Answer['withoutDate'] {
  return [...Map.groupBy(rows, (row) => row.currency)].map(([currency, some]) => ({
    currency,
    deals: some.reduce((sum, row) => sum + row.deals, 0),
    amountCents: some.reduce((sum, row) => sum + row.cents, 0),
  }))
}

type Moment = { nowMs: number; asOfMs: number; asOf: string; isPast: boolean }

function momentAsked(ctx: Context, { zone }: DealBook, asOf: string | undefined): Moment {
  const nowMs = ctx.now()
  const today = dayText(localTimeOf(zone, nowMs).day) ?? ''
  if (asOf !== undefined && asOf > today)
    throw new Problem('bad-request', 'This day is still to come.', {
      mend: 'Ask for today or a day of the past.',
      errors: [{ where: 'query.asOf', what: 'is in the future' }],
    })
  const isPast = asOf !== undefined && asOf < today
  // A day of the past is meant as it ended.
  const asOfMs = isPast ? Date.parse(`${asOf}T00:00:00Z`) + 86_400_000 - 1 : nowMs
  return { nowMs, asOfMs, asOf: asOf ?? today, isPast }
}

/** Said against came, month by month and currency by currency. */
function pastOf(
  rows: readonly ForecastRow<AlivePast>[],
  probability: ReturnType<typeof probabilityIn>,
): Answer['past'] {
  return [...Map.groupBy(rows, ({ month, currency }) => `${month} ${currency}`)]
    .map(([, some]) => ({
      month: some[0]?.month ?? '',
      currency: some[0]?.currency ?? '',
      deals: some.length,
      saidCents: some.reduce((sum, row) => sum + (row.saidCents ?? 0), 0),
      byStageCents: Math.round(
        some.reduce(
          (sum, row) =>
            sum + (row.stage === null ? 0 : (row.saidCents ?? 0) * (probability(row.deal.pipeline, row.stage) ?? 0)),
          0,
        ),
      ),
      cameCents: some.reduce((sum, row) => sum + row.cameCents, 0),
    }))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : b.saidCents - a.saidCents))
}

/** What the book says of the open and the won deals that are asked about. */
function readNow(
  book: DealBook,
  keys: string[] | null,
  owner: string | undefined,
  moment: Moment,
  wins: { fromMs: number; toMs: number },
) {
  const { isPast, asOf, asOfMs, nowMs } = moment
  const isOwn = chooseSlots(book, keys, { owner }, nowMs)
  // Whose deal it was when it was said may differ from whose it is: the past is read whole, and sellers are chosen after.
  const isOfAll = chooseSlots(book, keys, {}, nowMs)
  const open = isPast
    ? openAsOf(aliveBetween(book, isOfAll, asOfMs, asOfMs + 1), asOfMs).filter(
        (each) => owner === undefined || each.closer === owner,
      )
    : countOpen(book, isOwn)
  return {
    open,
    overdue: isPast ? null : countOverdue(book, isOwn, dayNumber(asOf)),
    won: countWon(book, isOwn, wins.fromMs, Math.min(asOfMs, wins.toMs - 1)),
  }
}

type Unnamed = Omit<Answer, 'sellers'> & {
  sellers: (Omit<Answer['sellers'][number], 'owner'> & { closer: string | null })[]
}
const remembered = rememberAnswers<Unnamed>()

function foresee(
  ctx: Context,
  book: DealBook,
  asked: Asked,
  moment: Moment,
  past: PastForecast,
  language: 'en' | 'fr',
): Unnamed {
  const { zone } = book
  const agreement = ctx.agreements.at(moment.asOfMs)
  const thisMonth = moment.asOf.slice(0, 7)
  const from = asked.from ?? thisMonth
  const last = monthAfter(from, asked.months - 1)
  const keys = pipelineKeys(ctx, asked.pipeline)
  const wins = { fromMs: monthIn(zone, from).fromMs, toMs: monthIn(zone, last).toMs }
  const { open, overdue, won } = readNow(book, keys, asked.owner, moment, wins)
  const { rates, accuracies, together } = past
  const ownPast = past.rows.filter((row) => asked.owner === undefined || row.closer === asked.owner)
  const probability = probabilityIn(agreement)
  const accuracy = (closer: string | null, currency: string) =>
    factorOf(accuracies.get(`${closer ?? ''} ${currency}`)) ?? factorOf(together.get(currency))
  const inTime = open.filter((each) => each.isPriced && each.month >= from && each.month <= last)
  const months = forecast(inTime, { probability, rate: rateFinder(rates, widest(rates)), accuracy })
  return {
    asOf: moment.asOf,
    pipeline: asked.pipeline ?? null,
    months: withWins(months, won),
    overdue: overdue ?? sumsOf(open.filter((each) => each.isPriced && each.month !== '' && each.month < thisMonth)),
    withoutDate: sumsOf(open.filter((each) => each.isPriced && each.month === '')),
    withoutAmount: open.filter((each) => !each.isPriced).reduce((sum, each) => sum + each.deals, 0),
    stages: stagesOf(agreement, rates, open, keys),
    sellers: sellersOf(inTime, ownPast, accuracies, accuracy),
    past: pastOf(ownPast, probability),
    pastAt: new Date(past.atMs).toISOString(),
    atLeast: AT_LEAST,
    definitions: forecastDefinitions(language, past.maturityDays, PAST_MONTHS, AT_LEAST),
  }
}

/** What open deals will bring, month by month, in three ways; and how far what was foreseen came true. */
export async function getForecast(ctx: Context, asked: Asked, language: 'en' | 'fr'): Promise<Answer> {
  const book = await bookOf(ctx)
  const moment = momentAsked(ctx, book, asked.asOf)
  const thisMonth = moment.asOf.slice(0, 7)
  const pastMonths = Array.from({ length: PAST_MONTHS }, (_, index) =>
    monthIn(book.zone, monthAfter(thisMonth, index - PAST_MONTHS)),
  )
  const keys = pipelineKeys(ctx, asked.pipeline)
  const past = await readPastForecast(book, keys, pastMonths, moment.asOfMs, moment.nowMs)
  const { version } = ctx.agreements.at(moment.asOfMs)
  // Until tomorrow the same deals give the same answer: what is won has its moment, and lies before now.
  const key = JSON.stringify([asked, keys, moment.asOf, language, version, past.atMs])
  const { sellers, ...found } = remembered(book, key, () => foresee(ctx, book, asked, moment, past, language))
  const names = await namesOf(
    ctx,
    sellers.map((each) => each.closer),
  )
  return {
    ...found,
    sellers: sellers.map(({ closer, ...each }) => ({
      owner: closer === null ? null : { id: closer, name: names.get(closer) ?? '' },
      ...each,
    })),
  }
}

function withWins(months: ReturnType<typeof forecast>, won: readonly Won[]): Answer['months'] {
  const keyOf = ({ month, currency }: { month: string; currency: string }): string => `${month} ${currency}`
  const wins = new Map(won.map((each) => [keyOf(each), each]))
  const known = new Set(months.map(keyOf))
  const nothing = {
    deals: 0,
    openCents: 0,
    byStage: { cents: 0, lowCents: null, highCents: null },
    byHistory: null,
    bySeller: null,
  }
  return [
    ...months,
    ...won.filter((each) => !known.has(keyOf(each))).map(({ month, currency }) => ({ ...nothing, month, currency })),
  ]
    .map((each) => ({
      ...each,
      wonDeals: wins.get(keyOf(each))?.deals ?? 0,
      wonCents: wins.get(keyOf(each))?.cents ?? 0,
      unprovenCents: wins.get(keyOf(each))?.unproven ?? 0,
    }))
    .sort((a, b) => (a.month === b.month ? b.openCents - a.openCents : a.month < b.month ? -1 : 1))
}

function stagesOf(
  agreement: CompiledAgreement,
  rates: readonly StageRate[],
  open: readonly Priced[],
  keys: readonly string[] | null,
): Answer['stages'] {
  const [first] = agreement.pipelines
  const standing = new Map<string, number>()
  const shown = (pipeline: string): string => (pipeline === '' ? (first?.name ?? '') : pipeline)
  for (const each of open) {
    const key = `${shown(each.pipeline)}\0${each.stage}`
    standing.set(key, (standing.get(key) ?? 0) + each.deals)
  }
  return agreement.pipelines
    .filter(({ name }) => keys === null || keys.includes(name))
    .flatMap(({ name, stages }) =>
      stages.map((stage) => {
        const some = rates.filter((each) => shown(each.pipeline) === name && each.stage === stage.name)
        const [n, k] = [
          some.reduce((sum, each) => sum + each.rate.n, 0),
          some.reduce((sum, each) => sum + each.rate.k, 0),
        ]
        const [own] = stageRates([{ pipeline: name, stage: stage.name, matured: n, won: k }])
        return {
          pipeline: name,
          stage: stage.name,
          probability: stage.probability,
          won: own?.rate ?? { n: 0, k: 0, rate: null, low: null, high: null },
          isSmall: own?.isSmall ?? true,
          deals: standing.get(`${name}\0${stage.name}`) ?? 0,
        }
      }),
    )
}

function sellersOf(
  open: readonly Priced[],
  past: readonly ForecastRow<AlivePast>[],
  accuracies: ReadonlyMap<string, Accuracy>,
  accuracyOf: (closer: string | null, currency: string) => { ratio: number } | null,
): Unnamed['sellers'] {
  const said = Map.groupBy(open, (each) => `${each.closer ?? ''} ${each.currency}`)
  const keys = [...new Set([...said.keys(), ...past.map((row) => `${row.closer ?? ''} ${row.currency}`)])]
  const nothing = forecastAccuracy([])
  return keys
    .map((key) => {
      const [closer = '', currency = ''] = key.split(' ')
      const some = said.get(key) ?? []
      const saidCents = some.reduce((sum, each) => sum + each.cents, 0)
      const factor = accuracyOf(closer === '' ? null : closer, currency)
      return {
        closer: closer === '' ? null : closer,
        currency,
        deals: some.reduce((sum, each) => sum + each.deals, 0),
        saidCents,
        expectedCents: factor === null ? null : Math.round(saidCents * factor.ratio),
        past: accuracies.get(key) ?? nothing,
      }
    })
    .sort((a, b) => b.saidCents - a.saidCents || b.past.cameCents - a.past.cameCents)
}
