import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { DealState, PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { pipelineOf } from '@ensemble/engine/pipeline/pipeline-of.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { readDocuments } from '../documents/read-documents.ts'
import type { getDeal as promise } from './deal-contract.ts'
import { historyOf, proofOf } from './deal-history.ts'
import { proofLines, stageLines } from './evidence-lines.ts'
import { mayDeal } from './may-deal.ts'
import { peopleOf, readDeal } from './read-deal.ts'
import { presentDeals } from './read-deal-rows.ts'

type View = z.output<NonNullable<(typeof promise)['response']>>
type Language = 'en' | 'fr'
const DAY_MS = 86_400_000

function iso(moment: number | null | undefined): string | null {
  return moment == null ? null : new Date(moment).toISOString()
}

function stagesOf(
  agreement: CompiledAgreement,
  state: PersonState,
  deal: DealState,
  nowMs: number,
  language: Language,
): View['stages'] {
  const reached = deal.reached ?? {}
  const moments = Object.values(reached).sort((a, b) => a - b)
  return (pipelineOf(agreement, deal)?.stages ?? []).map((stage) => {
    const enteredMs = reached[stage.name]
    const until =
      enteredMs === undefined ? undefined : (moments.find((each) => each > enteredMs) ?? deal.closedAt ?? nowMs)
    return {
      name: stage.name,
      knownAs: stage.knownAs,
      team: stage.owner,
      probability: stage.probability,
      isCurrent: deal.status === 'open' && stage.name === deal.stage,
      enteredAt: iso(enteredMs),
      days:
        enteredMs === undefined || until === undefined ? null : Math.round(((until - enteredMs) / DAY_MS) * 10) / 10,
      exit: stageLines(agreement, state, deal, stage, nowMs, language),
    }
  })
}

function winOf(agreement: CompiledAgreement, deal: DealState, stages: View['stages'], language: Language): View['win'] {
  const pipeline = pipelineOf(agreement, deal)
  const needs = pipeline?.winNeeds ?? 'contract or payment'
  const at = stages.findIndex((stage) => stage.isCurrent)
  const left = at === -1 ? [] : stages.slice(at).flatMap((stage) => stage.exit)
  const seen = new Set<string>()
  const once = left.filter(({ evidence, says }) => {
    const key = `${evidence} ${says}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  const proof = proofLines(needs, deal, language)
  const isProven = proof.length === 0 || proof.some((line) => line.isThere)
  const refuses = pipeline?.refusesUnproven === true
  return {
    needs,
    allowsUnproven: !refuses,
    lines: [...proof, ...once],
    mayWin: deal.status === 'open' && once.every((line) => line.isThere) && (isProven || !refuses),
  }
}

function productsOf(deal: DealState): Pick<View, 'products' | 'productsCents'> {
  const lines = (deal.products ?? []).map(({ name, quantity, unitCents }) => ({
    name,
    quantity: quantity ?? null,
    unitCents: unitCents ?? null,
  }))
  const priced = lines.filter((each) => each.unitCents !== null)
  return {
    products: lines,
    productsCents:
      priced.length === 0
        ? null
        : priced.reduce((sum, each) => sum + Math.round((each.quantity ?? 1) * (each.unitCents ?? 0)), 0),
  }
}

/** Everything known of one deal, and what may be done with it. */
export async function getDeal(ctx: Context, caller: Caller, personId: string, dealId: string): Promise<View> {
  const nowMs = ctx.now()
  const language = caller.locale ?? 'en'
  const [row, documents] = await Promise.all([
    readDeal(ctx, personId, dealId),
    readDocuments(ctx, caller, personId, dealId),
  ])
  const agreement = ctx.agreements.at(nowMs)
  const { whole: state, leadOwner } = row
  const facts = row.facts ?? []
  const deal = state.deals.find((each) => each.id === dealId)
  if (deal === undefined) throw new Error(`the deal ${dealId} is a row, but not in the story of ${personId}`)
  const { attempt } = state
  const [shown] = presentDeals(ctx, [row.cells])
  if (shown === undefined) throw new Error('one row is shown as one deal')
  const { products: _names, missing: _missing, ...head } = shown
  const stages = stagesOf(agreement, state, deal, nowMs, language)
  return {
    ...head,
    attempt: deal.attempt,
    leadOwner,
    ...productsOf(deal),
    need: deal.need ?? null,
    said: (deal.said ?? []).map(({ saidBy, reasons, competitor, note, at }) => ({
      saidBy,
      reasons: [...reasons],
      competitor,
      note,
      at: new Date(at).toISOString(),
    })),
    ...peopleOf(row, deal),
    stages,
    win: winOf(agreement, deal, stages, language),
    documents,
    ...proofOf(facts),
    history: historyOf(facts, caller, nowMs),
    clocks:
      attempt === null || attempt.number !== deal.attempt
        ? []
        : attempt.clocks.map((clock) => ({
            name: clock.name,
            clause: clock.clause,
            team: clock.team,
            startedAt: new Date(clock.startedAt).toISOString(),
            dueAt: new Date(clock.dueAt).toISOString(),
            isBreached: clock.isBreached,
            nextAt: iso(clock.strikes[clock.next]?.at),
          })),
    may: mayDeal({ caller, agreement, state, deal, nowMs }),
  }
}
