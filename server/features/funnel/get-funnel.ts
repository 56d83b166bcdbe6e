import { type Rate, rateOf } from '@ensemble/engine/funnel/rate.ts'
import { STAGES } from '@ensemble/engine/lifecycle/state.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { checkPeriod } from './check-period.ts'
import type { getFunnel as promise } from './contract.ts'
import { describeFunnel } from './describe-funnel.ts'
import {
  countCohort,
  countReturns,
  type GroupBy,
  type GroupCount,
  medianDays,
  medianDaysToWon,
  sumWonMoney,
} from './queries.ts'

const MOST_GROUPS = 1_000
const DAY_MS = 86_400_000
const WON = STAGES.indexOf('won')

export type FunnelQuestion = { from: string; to: string; by: GroupBy }
export type Funnel = z.input<NonNullable<(typeof promise)['response']>>

/** The cohort of a period by stage and by group, as of now. */
export async function getFunnel(
  ctx: Pick<Context, 'db' | 'now' | 'agreements' | 'keepMs'>,
  question: FunnelQuestion,
  locale: 'en' | 'fr' | null,
): Promise<Funnel> {
  checkPeriod(question)
  const house = await readHouseSettings(ctx.db)
  const cohort = { from: question.from, to: question.to, zone: house.zone }
  const [groups, days, daysToWon, money, returns] = await Promise.all([
    countCohort(ctx.db, cohort, question.by),
    medianDays(ctx.db, cohort),
    medianDaysToWon(ctx.db, cohort, question.by),
    sumWonMoney(ctx.db, cohort, house.currency),
    countReturns(ctx.db, cohort),
  ])
  const shown = groups.slice(0, MOST_GROUPS)
  const currency = money.currencies.length === 1 ? (money.currencies[0] ?? null) : null
  const notes = {
    zone: house.zone,
    returns,
    currencies: money.currencies,
    groups: groups.length,
    shownGroups: shown.length,
    isKept: (ctx.keepMs ?? 0) > 0,
  }
  return {
    ...question,
    leads: sum(groups.map((group) => group.leads)),
    stages: stagesOf(ctx, groups, days),
    wonAmountCents: currency === null ? null : money.amountCents,
    wonWithAmount: money.people,
    currency,
    groups: shown.map((group) => groupOf(group, daysToWon)),
    definition: describeFunnel(notes, locale ?? house.locale),
    youngestDays: youngestDays(groups, ctx.now()),
  }
}

function stagesOf(
  ctx: Pick<Context, 'now' | 'agreements'>,
  groups: GroupCount[],
  days: (number | null)[],
): Funnel['stages'] {
  const agreement = ctx.agreements.at(ctx.now())
  const reached = STAGES.map((_, i) => sum(groups.map((group) => group.reached[i] ?? 0)))
  const seen = STAGES.map((_, i) => sum(groups.map((group) => group.seen[i] ?? 0)))
  const first = reached[0] ?? 0
  return STAGES.map((stage, i) => {
    const k = reached[i] ?? 0
    return {
      stage,
      knownAs: agreement.knownAs[stage],
      owner: agreement.stageOwners[stage],
      reached: k,
      inferred: k - (seen[i] ?? 0),
      fromFirst: rateOf(k, first),
      fromPrevious: rateOf(k, reached[i - 1] ?? first),
      medianDaysFromFirst: first > 0 ? (days[i] ?? null) : null,
    }
  })
}

function groupOf(group: GroupCount, daysToWon: Map<string | null, number>): Funnel['groups'][number] {
  const won: Rate = rateOf(group.reached[WON] ?? 0, group.leads)
  return {
    key: group.key,
    leads: group.leads,
    reached: Object.fromEntries(STAGES.map((stage, i) => [stage, group.reached[i] ?? 0])),
    won,
    medianDaysToWon: daysToWon.get(group.key) ?? null,
  }
}

function youngestDays(groups: GroupCount[], nowMs: number): number | null {
  if (groups.length === 0) return null
  const youngestMs = Math.max(...groups.map((group) => group.youngestAt.getTime()))
  return Math.max(0, (nowMs - youngestMs) / DAY_MS)
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
