import { againstCompetitors, type WinLoss, winLoss } from '@ensemble/engine/pipeline/win-loss.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { bookOf } from './book/book-of.ts'
import { chooseSlots } from './book/choose-slots.ts'
import type { DealBook } from './book/deal-book.ts'
import { countEnded, type EndedMoney } from './book/ended-deals.ts'
import { rememberAnswers } from './book/remember.ts'
import { pipelineKeys } from './deal-filters.ts'
import { sayDealReason } from './get-deal-settings.ts'
import type { getWinLoss as promise } from './win-loss-contract.ts'

type Answer = z.output<NonNullable<(typeof promise)['response']>>
type Asked = z.output<NonNullable<(typeof promise)['query']>>
type Sums = Answer['wonSums']

const remembered = rememberAnswers<Counted>()

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

type Counted = { report: WinLoss; competitors: Answer['competitors']; money: EndedMoney[] }

function count(ctx: Context, book: DealBook, { pipeline, owner, from, to }: Asked): Counted {
  const keys = pipelineKeys(ctx, pipeline)
  return remembered(book, JSON.stringify([keys, owner, from, to]), () => {
    const nowMs = ctx.now()
    const isEnded = chooseSlots(book, keys, { owner, closedFrom: from, closedTo: to }, nowMs)
    const { ended, money, rivals } = countEnded(book, isEnded, chooseSlots(book, keys, { owner }, nowMs))
    return { report: winLoss(ended), competitors: againstCompetitors(rivals), money }
  })
}

function sumsOf(rows: readonly EndedMoney[]): Sums {
  const sums: Sums = []
  for (const row of rows) {
    if (row.currency === null || row.priced === 0) continue
    const known = sums.find((each) => each.currency === row.currency)
    if (known === undefined) sums.push({ currency: row.currency, amountCents: row.cents, deals: row.priced })
    else {
      known.amountCents += row.cents
      known.deals += row.priced
    }
  }
  return sums
}

/** Why deals are won and lost, by whoever says it, and against whom. */
export async function getWinLoss(ctx: Context, asked: Asked, language: 'en' | 'fr'): Promise<Answer> {
  const { report, competitors, money } = count(ctx, await bookOf(ctx), asked)
  const agreement = ctx.agreements.at(ctx.now())
  const wins = money.filter((row) => row.status === 'won')
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
    unproven: { deals: countOf(false), sums: sumsOf(money.filter((row) => row.status === 'won' && !row.isProven)) },
    wonSums: sumsOf(money.filter((row) => row.status === 'won')),
    lostSums: sumsOf(money.filter((row) => row.status === 'lost')),
    undecidedSums: sumsOf(money.filter((row) => row.status === 'undecided')),
    competitors,
    definitions: DEFINITIONS[language],
  }
}
