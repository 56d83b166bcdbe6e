import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { DealState, PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { pipelineOf } from '@ensemble/engine/pipeline/pipeline-of.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { readDocuments } from '../documents/read-documents.ts'
import type { getDeal as promise } from './contract.ts'
import { historyOf, proofOf, readDealFacts } from './deal-history.ts'
import { proofLines, stageLines } from './evidence-lines.ts'
import { mayDeal } from './may-deal.ts'
import { DEAL_COLUMNS, DEAL_JOINS, presentDeals, type StoredDeal } from './read-deal-rows.ts'

type View = z.output<NonNullable<(typeof promise)['response']>>
type Language = 'en' | 'fr'
const DAY_MS = 86_400_000

async function readDeal(ctx: Context, personId: string, dealId: string): Promise<StoredDeal & { whole: PersonState }> {
  const { rows } = await ctx.db.query<StoredDeal & { whole: PersonState }>(
    `select ${DEAL_COLUMNS}, p.state as whole from deals d ${DEAL_JOINS} where d.person_id = $1 and d.deal_id = $2`,
    [personId, dealId],
  )
  const row = rows[0]
  if (row === undefined)
    throw new Problem('not-found', 'There is no such deal here.', {
      mend: 'It may have been taken back: look at the story of the person.',
    })
  return row
}

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

async function peopleOf(ctx: Context, deal: DealState, personId: string, accountId: string | null) {
  const named = (deal.people ?? []).flatMap((each) => (each.person === undefined ? [] : [each.person]))
  const { rows } = await ctx.db.query<{ person_id: string; name: string; title: string | null; is_named: boolean }>(
    `select person_id, name, title, person_id = any($1::uuid[]) as is_named from people
     where person_id = any($1::uuid[]) or person_id = $2 or ($3::uuid is not null and account_id = $3 and not is_anonymous)
     order by last_seen_at desc limit 200`,
    [named, personId, accountId],
  )
  const known = new Map(rows.map((row) => [row.person_id, row]))
  return {
    people: (deal.people ?? []).map((each) => ({
      personId: each.person ?? null,
      name: (each.person === undefined ? undefined : known.get(each.person)?.name) || each.name || '',
      title: (each.person === undefined ? undefined : known.get(each.person)?.title) ?? null,
      role: each.role,
    })),
    colleagues: rows
      .filter((row) => !row.is_named && row.name !== '')
      .map((row) => ({ personId: row.person_id, name: row.name, title: row.title })),
  }
}

async function leadOwnerOf(ctx: Context, ownerId: string | null): Promise<View['leadOwner']> {
  if (ownerId === null) return null
  const { rows } = await ctx.db.query<{ id: string; name: string }>('select id, name from users where id = $1', [
    ownerId,
  ])
  return rows[0] ?? null
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
  const row = await readDeal(ctx, personId, dealId)
  const agreement = ctx.agreements.at(nowMs)
  const state = row.whole
  const deal = state.deals.find((each) => each.id === dealId)
  if (deal === undefined) throw new Error(`the deal ${dealId} is a row, but not in the story of ${personId}`)
  const { attempt } = state
  const [[shown], facts, people, documents, leadOwner] = await Promise.all([
    presentDeals(ctx, [row]),
    readDealFacts(ctx.db, personId, dealId),
    peopleOf(ctx, deal, personId, row.account_id),
    readDocuments(ctx, caller, personId, dealId),
    leadOwnerOf(ctx, attempt?.owner ?? null),
  ])
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
    ...people,
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
