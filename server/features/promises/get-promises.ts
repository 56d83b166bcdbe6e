import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import { rateOf } from '@ensemble/engine/funnel/rate.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { baseParams } from './clock-events.ts'
import type { getPromises as promise } from './contract.ts'
import { readChannels } from './deliveries.ts'
import { tellDeliveries } from './delivery-lines.ts'
import { describePromises } from './describe-promises.ts'
import { tellFeedback } from './feedback-line.ts'
import { countHandOffs } from './hand-offs.ts'
import { type Period, type Question, readPeriod, readSegment, type Segment } from './question.ts'
import { tellSales } from './sales-board.ts'

export type Board = z.input<NonNullable<(typeof promise)['response']>>

async function tellHandOff(
  ctx: Context,
  agreement: CompiledAgreement,
  period: Period,
  segment: Segment,
  locale: 'en' | 'fr',
): Promise<Board['marketing']['handoff']> {
  const { handoff } = agreement.marketing
  if (handoff === null) return null
  const { leads, given, missing } = await countHandOffs(
    ctx.db,
    baseParams(period.fromMs, period.toMs, segment),
    handoff.gives,
  )
  return {
    clause: handoff.clause,
    sentence: sentenceOf(agreement, handoff.clause, locale)?.sentence ?? '',
    because: handoff.because,
    kept: given,
    broken: leads - given,
    rate: rateOf(given, leads),
    missing,
  }
}

/** The board: what both sides promised, and what came of it in a period. The promises are those at its end, or of now. */
export async function getPromises(ctx: Context, question: Question, locale: 'en' | 'fr' | null): Promise<Board> {
  const nowMs = ctx.now()
  const house = await readHouseSettings(ctx.db)
  const language = locale ?? house.locale
  const period = readPeriod(question, house.zone, nowMs)
  const segment = readSegment(question)
  const agreement = ctx.agreements.at(Math.min(nowMs, period.toMs - 1))
  const [lines, handoff, feedback, { sales, people, teams }, channels] = await Promise.all([
    tellDeliveries(ctx, agreement, { period, segment, zone: house.zone, currency: house.currency }),
    tellHandOff(ctx, agreement, period, segment, language),
    tellFeedback(ctx, agreement, period, language),
    tellSales(ctx, agreement, { period, segment, locale: language }),
    readChannels(ctx.db, period),
  ])
  return {
    from: period.from,
    to: period.to,
    asOf: new Date(nowMs).toISOString(),
    version: agreement.version,
    marketing: {
      lines: lines.map(({ line: { delivery, letter }, ...told }) => ({
        clause: delivery.clause,
        sentence: sentenceOf(agreement, delivery.clause, language)?.sentence ?? '',
        because: delivery.because,
        letter,
        channel: delivery.channel,
        unit: delivery.unit,
        currency: delivery.unit === 'value' ? delivery.currency : null,
        ...told,
      })),
      handoff,
      feedback,
    },
    sales,
    people,
    teams,
    channels,
    definition: describePromises(
      {
        zone: house.zone,
        version: agreement.version,
        hasValue: lines.some(({ line }) => line.delivery.unit === 'value'),
      },
      language,
    ),
  }
}
