import type { AttributionModel } from '@ensemble/engine/attribution/models.ts'
import { rateOf } from '@ensemble/engine/funnel/rate.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { type CampaignIndex, readCampaignIndex } from '../campaigns/read-campaign-index.ts'
import { type CostSum, readCosts, readCostsByDay } from '../costs/read-costs.ts'
import { askedOf, askPast } from './asked-of.ts'
import { asked as askedShape, type getReturn as promise } from './contract.ts'
import type { CreditRow } from './credit-tally.ts'
import { paybackDays } from './payback-days.ts'
import type { JourneyQuestion } from './question.ts'
import type { LeadSums } from './sum-leads.ts'

export type Return = z.input<NonNullable<(typeof promise)['response']>>
type Row = Return['rows'][number]
type Question = {
  by: 'campaign' | 'channel'
  model: AttributionModel
  from?: string | undefined
  to?: string | undefined
  lookbackDays: number
  campaignId?: string | undefined
}
type Group = { key: string | null; label: string; costs: CostSum[]; leads: LeadSums[]; credit: CreditRow | null }

const DAY_MS = 86_400_000
/** Below these a return is an anecdote. */
const FEW_LEADS = 10
const FEW_DEALS = 5

/** What each campaign or channel cost, what it became, what sales said, and what a model credits it with. */
export async function getReturn(ctx: Pick<Context, 'db'>, question: Question): Promise<Return> {
  const { by, from, to, lookbackDays, model } = question
  const { of, currency } = await askedOf(ctx, askedShape.parse({ by, level: 'won', from, to, lookbackDays }))
  const period = { from: from ?? null, to: to ?? null }
  const [index, costs, { found: leads }, { found, readAtMs }] = await Promise.all([
    readCampaignIndex(ctx.db),
    readCosts(ctx.db, { ...period, by, campaignId: question.campaignId ?? null }),
    askPast(ctx, { what: 'leads', of: { by, fromMs: of.fromMs, toMs: of.toMs } }),
    askPast(ctx, { what: 'credits', of }),
  ])
  const groups = grouped(by, index, costs, leads, found.rows)
  const chosen = groups.filter(({ key }) => question.campaignId === undefined || key === question.campaignId)
  const unpaid = chosen.map((group) => rowOf(group, currency, model, by === 'campaign' ? index : null))
  const isPaid = (row: Row): boolean =>
    row.spentCents !== null && row.spentCents > 0 && row.creditedCents >= row.spentCents
  const paybacks = unpaid.some(isPaid) ? await readPaybacks(ctx, question, of) : () => null
  const rows = unpaid.map((row, place): Row => {
    const group = chosen[place]
    return group !== undefined && isPaid(row)
      ? { ...row, paybackDays: paybacks(group.key, group.credit?.label ?? group.label) }
      : row
  })
  rows.sort(
    (a, b) =>
      b.creditedCents - a.creditedCents ||
      (b.spentCents ?? 0) - (a.spentCents ?? 0) ||
      b.leads - a.leads ||
      (a.label < b.label ? -1 : 1),
  )
  return { currency, asOf: new Date(readAtMs).toISOString(), rows }
}

/** Gives the days until a group had paid for itself; costs and earnings of all groups are read once. */
async function readPaybacks(
  ctx: Pick<Context, 'db'>,
  { by, model, from, to, campaignId }: Question,
  of: JourneyQuestion,
): Promise<(key: string | null, label: string) => number | null> {
  const [costsOf, { found }] = await Promise.all([
    readCostsByDay(ctx.db, { from: from ?? null, to: to ?? null, campaignId: campaignId ?? null }, by),
    askPast(ctx, { what: 'earnings', of, model }),
  ])
  const earnedOf = new Map(found.map(({ label, earned }) => [label, earned]))
  return (key, label) => {
    const costs = (costsOf.get(key) ?? []).map(({ day, cents }) => ({ atMs: day * DAY_MS, cents }))
    return paybackDays(costs, earnedOf.get(label) ?? [])
  }
}

function grouped(
  by: 'campaign' | 'channel',
  index: CampaignIndex,
  costs: readonly CostSum[],
  leads: readonly LeadSums[],
  credits: readonly CreditRow[],
): Group[] {
  const groups = new Map<string, Group>()
  const groupOf = (key: string | null, label: string): Group => {
    const known = groups.get(key ?? '') ?? { key, label, costs: [], leads: [], credit: null }
    groups.set(key ?? '', known)
    return known
  }
  const byName = (text: string | null): Group => {
    if (text === null || text === '') return groupOf(null, '')
    const campaign = by === 'campaign' ? index.find(text) : null
    return campaign === null ? groupOf(text, text) : groupOf(campaign.id, campaign.name)
  }
  if (by === 'campaign') for (const { id, name } of index.campaigns) groupOf(id, name)
  for (const cost of costs) {
    if (by === 'channel') byName(cost.channel).costs.push(cost)
    else groupOf(cost.campaignId, index.byId(cost.campaignId ?? '')?.name ?? '').costs.push(cost)
  }
  for (const sums of leads) byName(sums.label).leads.push(sums)
  for (const credit of credits) byName(credit.label).credit = credit
  return [...groups.values()].filter(
    ({ key, costs: spent, leads: met, credit }) =>
      spent.length > 0 || met.length > 0 || credit !== null || index.byId(key ?? '') !== null,
  )
}

function rowOf(
  { key, label, costs, leads, credit }: Group,
  currency: string,
  model: AttributionModel,
  index: CampaignIndex | null,
): Row {
  const sum = (pick: (sums: LeadSums) => number): number => leads.reduce((total, sums) => total + pick(sums), 0)
  const own = credit?.credits.find((one) => one.model === model)
  const all = credit?.credits.map(({ cents }) => cents) ?? [0]
  const spentCents = costs.some((cost) => cost.convertedCents === null)
    ? null
    : costs.reduce((total, cost) => total + (cost.convertedCents ?? 0), 0)
  const [counted, opportunities, won] = [
    sum((one) => one.leads),
    sum((one) => one.opportunities),
    sum((one) => one.won),
  ]
  const [accepted, rejected] = [sum((one) => one.accepted), sum((one) => one.rejected)]
  const creditedCents = own?.cents ?? 0
  const hasSpent = spentCents !== null && spentCents > 0
  const per = (count: number): number | null => (hasSpent && count > 0 ? Math.round(spentCents / count) : null)
  const campaign = index?.byId(key ?? '') ?? null
  return {
    key,
    label,
    spend: costs.map((cost) => ({ currency: cost.currency, cents: cost.costCents })),
    spentCents,
    leads: counted,
    accepted,
    rejected,
    reasons: reasonsOf(leads),
    verdict: rateOf(accepted + rejected, counted),
    opportunities,
    won,
    credited: own?.conversions ?? 0,
    creditedCents,
    creditedRange: { least: Math.min(...all), most: Math.max(...all) },
    centsPerLead: per(counted),
    centsPerOpportunity: per(opportunities),
    centsPerWon: per(own?.conversions ?? 0),
    returnOnSpend: hasSpent ? (creditedCents - spentCents) / spentCents : null,
    paybackDays: null,
    medianDaysToWon: medianOf(leads),
    budgetCents: campaign?.budgetCents ?? null,
    budgetCurrency: campaign === null ? null : (campaign.currency ?? currency),
    isSmall: counted < FEW_LEADS || (own?.conversions ?? 0) < FEW_DEALS,
  }
}

function reasonsOf(leads: readonly LeadSums[]): Row['reasons'] {
  const reasons = new Map<string, number>()
  for (const { reasons: own } of leads)
    for (const [reason, count] of Object.entries(own)) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  return [...reasons]
    .map(([reason, count]) => ({ reason, leads: count }))
    .sort((a, b) => b.leads - a.leads || (a.reason < b.reason ? -1 : 1))
}

function medianOf(leads: readonly LeadSums[]): number | null {
  const days = Float64Array.from(leads.flatMap(({ daysToWon }) => [...daysToWon])).sort()
  if (days.length === 0) return null
  const middle = Math.floor(days.length / 2)
  const high = days[middle] ?? 0
  return days.length % 2 === 1 ? high : ((days[middle - 1] ?? 0) + high) / 2
}
