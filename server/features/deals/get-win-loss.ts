import { againstCompetitors, type EndedDeals, winLoss } from '@ensemble/engine/pipeline/win-loss.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { getWinLoss as promise } from './contract.ts'
import { pipelineKeys } from './deal-filters.ts'
import { sayDealReason } from './get-deal-settings.ts'

type Answer = z.output<NonNullable<(typeof promise)['response']>>
type Asked = z.output<NonNullable<(typeof promise)['query']>>
type Sums = Answer['wonSums']

const SCOPE = `($1::text[] is null or d.pipeline = any($1)) and ($2::uuid is null or d.closer = $2)
  and ($3::date is null or d.closed_at >= $3::timestamp at time zone $5) and ($4::date is null or d.closed_at < $4::timestamp at time zone $5)`

/** A deal that was lost before reasons had a list of words keeps its one reason as the seller's. */
const WORDS = `case when d.said = '[]' and d.reason is not null
  then jsonb_build_array(jsonb_build_object('saidBy', 'seller', 'reasons', jsonb_build_array(d.reason))) else d.said end`

const DEFINITIONS = {
  en: {
    winRate: 'Won of won and lost, with the 95 % Wilson interval. No decision counts on neither side.',
    winRateWithUndecided: 'Won of all that ended: won, lost and no decision.',
    reasons:
      'The first reason said at the closing; further reasons stand beside it. For a win it speaks for us, for a loss against us.',
    gap: 'Of losses and deals without a decision: the share that names the reason first, by sellers and by buyers (interviews and surveys). The difference has the interval of Newcombe.',
    competitors:
      'Won against a competitor of won and lost against it. A deal with several competitors counts for each.',
    unproven: 'Won without a signed contract or a payment on record.',
  },
  fr: {
    winRate:
      'Gagnées sur gagnées et perdues, avec l’intervalle de Wilson à 95 %. L’absence de décision ne compte d’aucun côté.',
    winRateWithUndecided: 'Gagnées sur toutes celles qui ont fini : gagnées, perdues et sans décision.',
    reasons:
      'La première raison dite à la clôture ; les autres sont à côté. Gagnée, elle parle pour nous ; perdue, contre nous.',
    gap: 'Parmi les affaires perdues ou sans décision : la part qui nomme cette raison d’abord, par les commerciaux et par les acheteurs (entretiens et enquêtes). L’écart a l’intervalle de Newcombe.',
    competitors:
      'Gagnées face à un concurrent sur gagnées et perdues face à lui. Une affaire à plusieurs concurrents compte pour chacun.',
    unproven: 'Gagnées sans contrat signé ni paiement enregistré.',
  },
} as const

/** Why deals are won and lost, by whoever says it, and against whom. */
export async function getWinLoss(ctx: Context, asked: Asked, language: 'en' | 'fr'): Promise<Answer> {
  const { zone } = await readHouseSettings(ctx.db)
  const params = [pipelineKeys(ctx, asked.pipeline), asked.owner ?? null, asked.from ?? null, asked.to ?? null, zone]
  const [ended, money, rivals] = await Promise.all([
    ctx.db.query<EndedDeals>(
      `select d.status, ${WORDS} as said, count(*)::int as deals from deals d where d.status <> 'open' and ${SCOPE} group by 1, 2`,
      params,
    ),
    ctx.db.query<{
      status: string
      isProven: boolean
      currency: string | null
      deals: number
      priced: number
      cents: string | null
    }>(
      `select d.status, d.proof <> 'none' as "isProven", d.currency, count(*)::int as deals, count(d.amount_cents)::int as priced, sum(d.amount_cents)::text as cents
       from deals d where d.status <> 'open' and ${SCOPE} group by 1, 2, 3 order by sum(d.amount_cents) desc nulls last`,
      params,
    ),
    ctx.db.query<{ competitor: string; status: 'open' | 'won' | 'lost' | 'undecided'; deals: number }>(
      `select c as competitor, d.status, count(*)::int as deals from deals d, jsonb_array_elements_text(d.competitors) c
       where d.competitors is not null and (d.status = 'open' and ($1::text[] is null or d.pipeline = any($1)) and ($2::uuid is null or d.closer = $2) or d.status <> 'open' and ${SCOPE})
       group by 1, 2`,
      params,
    ),
  ])
  const sumsOf = (isOne: (row: (typeof money.rows)[number]) => boolean): Sums => {
    const sums: Sums = []
    for (const row of money.rows.filter(isOne)) {
      if (row.currency === null || row.priced === 0) continue
      const known = sums.find((each) => each.currency === row.currency)
      if (known === undefined) sums.push({ currency: row.currency, amountCents: Number(row.cents), deals: row.priced })
      else {
        known.amountCents += Number(row.cents)
        known.deals += row.priced
      }
    }
    return sums
  }
  const agreement = ctx.agreements.at(ctx.now())
  const report = winLoss(ended.rows)
  const wins = money.rows.filter((row) => row.status === 'won')
  const countOf = (isProven: boolean): number =>
    wins.filter((row) => row.isProven === isProven).reduce((sum, row) => sum + row.deals, 0)
  return {
    ...report,
    from: asked.from ?? null,
    to: asked.to ?? null,
    reasons: report.reasons.map((each) => ({
      ...each,
      says: sayDealReason(agreement, each.code, language),
      isInAgreement: agreement.winLoss.says.has(each.code),
    })),
    gap: report.gap.map((each) => ({ ...each, says: sayDealReason(agreement, each.code, language) })),
    proven: countOf(true),
    unproven: { deals: countOf(false), sums: sumsOf((row) => row.status === 'won' && !row.isProven) },
    wonSums: sumsOf((row) => row.status === 'won'),
    lostSums: sumsOf((row) => row.status === 'lost'),
    undecidedSums: sumsOf((row) => row.status === 'undecided'),
    competitors: againstCompetitors(rivals.rows),
    definitions: DEFINITIONS[language],
  }
}
