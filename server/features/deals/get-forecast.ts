import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { forecast, type OpenDeals } from '@ensemble/engine/pipeline/forecast.ts'
import { type Accuracy, forecastAccuracy } from '@ensemble/engine/pipeline/forecast-accuracy.ts'
import { monthAfter, monthIn } from '@ensemble/engine/pipeline/months.ts'
import type { ForecastRow } from '@ensemble/engine/pipeline/past-forecast.ts'
import { pipelineOf } from '@ensemble/engine/pipeline/pipeline-of.ts'
import { AT_LEAST, type StageRate, stageRates } from '@ensemble/engine/pipeline/stage-rates.ts'
import { termsAt } from '@ensemble/engine/pipeline/terms-at.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { localDayOf } from '../attribution/local-day.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { getForecast as promise } from './contract.ts'
import { pipelineKeys } from './deal-filters.ts'
import { forecastDefinitions } from './forecast-definitions.ts'
import {
  type AlivePast,
  type ForecastScope,
  readAlive,
  readOpenNow,
  readOverdue,
  readWon,
  type Won,
} from './forecast-queries.ts'
import { readPastForecast } from './read-past-forecast.ts'

type Answer = z.output<NonNullable<(typeof promise)['response']>>
type Asked = z.output<NonNullable<(typeof promise)['query']>>
type Priced = OpenDeals & { isPriced: boolean }

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
    'select id, name from users where id = any($1::uuid[])',
    [[...new Set(ids.filter((id) => id !== null))]],
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

type Moment = { nowMs: number; asOfMs: number; asOf: string; isPast: boolean; zone: string }

async function momentAsked(ctx: Context, asOf: string | undefined): Promise<Moment> {
  const { zone } = await readHouseSettings(ctx.db)
  const nowMs = ctx.now()
  const today = localDayOf(zone)(nowMs)
  if (asOf !== undefined && asOf > today)
    throw new Problem('bad-request', 'This day is still to come.', {
      mend: 'Ask for today or a day of the past.',
      errors: [{ where: 'query.asOf', what: 'is in the future' }],
    })
  const isPast = asOf !== undefined && asOf < today
  // A day of the past is meant as it ended.
  const asOfMs = isPast ? Date.parse(`${asOf}T00:00:00Z`) + 86_400_000 - 1 : nowMs
  return { nowMs, asOfMs, asOf: asOf ?? today, isPast, zone }
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

/** What open deals will bring, month by month, in three ways; and how far what was foreseen came true. */
export async function getForecast(ctx: Context, asked: Asked, language: 'en' | 'fr'): Promise<Answer> {
  const moment = await momentAsked(ctx, asked.asOf)
  const { asOfMs, zone } = moment
  const agreement = ctx.agreements.at(asOfMs)
  const thisMonth = moment.asOf.slice(0, 7)
  const from = asked.from ?? thisMonth
  const last = monthAfter(from, asked.months - 1)
  const scope: ForecastScope = { pipelines: pipelineKeys(ctx, asked.pipeline), owner: asked.owner ?? null }
  const pastMonths = Array.from({ length: PAST_MONTHS }, (_, index) =>
    monthIn(zone, monthAfter(thisMonth, index - PAST_MONTHS)),
  )
  const isChosen = (closer: string | null): boolean => scope.owner === null || closer === scope.owner
  // Whose deal it was when it was said may differ from whose it is: the past is read whole, and sellers are chosen after.
  const [past, open, overdueNow, won] = await Promise.all([
    readPastForecast(ctx, scope.pipelines, pastMonths, asOfMs),
    moment.isPast
      ? readAlive(ctx.db, scope, asOfMs, asOfMs + 1).then((alive) =>
          openAsOf(alive, asOfMs).filter((each) => isChosen(each.closer)),
        )
      : readOpenNow(ctx.db, scope),
    moment.isPast ? null : readOverdue(ctx.db, scope, moment.asOf),
    readWon(ctx.db, scope, zone, monthIn(zone, from).fromMs, Math.min(asOfMs, monthIn(zone, last).toMs - 1)),
  ])
  const { rates, accuracies, together } = past
  const ownPast = past.rows.filter((row) => isChosen(row.closer))
  const probability = probabilityIn(agreement)
  const accuracy = (closer: string | null, currency: string) =>
    factorOf(accuracies.get(`${closer ?? ''} ${currency}`)) ?? factorOf(together.get(currency))
  const inTime = open.filter((each) => each.isPriced && each.month >= from && each.month <= last)
  const ways = { probability, rate: rateFinder(rates, widest(rates)), accuracy }
  const months = forecast(inTime, ways)
  return {
    asOf: moment.asOf,
    pipeline: asked.pipeline ?? null,
    months: withWins(months, won),
    overdue: overdueNow ?? sumsOf(open.filter((each) => each.isPriced && each.month !== '' && each.month < thisMonth)),
    withoutDate: sumsOf(open.filter((each) => each.isPriced && each.month === '')),
    withoutAmount: open.filter((each) => !each.isPriced).reduce((sum, each) => sum + each.deals, 0),
    stages: stagesOf(agreement, rates, open, scope.pipelines),
    sellers: await sellersOf(ctx, inTime, ownPast, accuracies, accuracy),
    past: pastOf(ownPast, probability),
    atLeast: AT_LEAST,
    definitions: forecastDefinitions(language, past.maturityDays, PAST_MONTHS, AT_LEAST),
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

async function sellersOf(
  ctx: Context,
  open: readonly Priced[],
  past: readonly ForecastRow<AlivePast>[],
  accuracies: ReadonlyMap<string, Accuracy>,
  accuracyOf: (closer: string | null, currency: string) => { ratio: number } | null,
): Promise<Answer['sellers']> {
  const said = Map.groupBy(open, (each) => `${each.closer ?? ''} ${each.currency}`)
  const keys = [...new Set([...said.keys(), ...past.map((row) => `${row.closer ?? ''} ${row.currency}`)])]
  const names = await namesOf(
    ctx,
    [...open, ...past].map((each) => each.closer),
  )
  const nothing = forecastAccuracy([])
  return keys
    .map((key) => {
      const [closer = '', currency = ''] = key.split(' ')
      const some = said.get(key) ?? []
      const saidCents = some.reduce((sum, each) => sum + each.cents, 0)
      const factor = accuracyOf(closer === '' ? null : closer, currency)
      return {
        owner: closer === '' ? null : { id: closer, name: names.get(closer) ?? '' },
        currency,
        deals: some.reduce((sum, each) => sum + each.deals, 0),
        saidCents,
        expectedCents: factor === null ? null : Math.round(saidCents * factor.ratio),
        past: accuracies.get(key) ?? nothing,
      }
    })
    .sort((a, b) => b.saidCents - a.saidCents || b.past.cameCents - a.past.cameCents)
}
