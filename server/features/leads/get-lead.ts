import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { explainQualification } from '@ensemble/engine/agreement/explain-qualification.ts'
import { nextStrikeAt } from '@ensemble/engine/lifecycle/clocks.ts'
import { emptyCard, type PersonState, type RunningClock } from '@ensemble/engine/lifecycle/state.ts'
import { sourceNameOf } from '@ensemble/engine/scoring/context.ts'
import { pointsAt } from '@ensemble/engine/scoring/decay.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { reading } from '../../db/reading.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { getLead as promise, runningClock } from './contract.ts'
import { ledgerOf } from './ledger-of.ts'
import { mayDo } from './may-do.ts'
import { findPerson, identitiesOf, namesOf, type ScoredRow, scoredOf } from './queries.ts'
import { attemptsOf } from './read-lead-rows.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

/** A running clock as screens show it. */
export function clockView(clock: RunningClock): z.input<typeof runningClock> {
  const next = nextStrikeAt(clock)
  return {
    name: clock.name,
    clause: clock.clause,
    team: clock.team,
    startedAt: new Date(clock.startedAt).toISOString(),
    dueAt: new Date(clock.dueAt).toISOString(),
    isBreached: clock.isBreached,
    nextAt: next === null ? null : new Date(next).toISOString(),
  }
}

function plain(values: object): Record<string, string | number | boolean | null> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function reasonsOf(agreement: CompiledAgreement): View['reasons'] {
  return {
    reject: [...agreement.reject].map(([reason, consequence]) => ({ reason, consequence })),
    disqualify: [...agreement.disqualify.values()].map((rule) => ({
      reason: rule.reason,
      consequence:
        rule.recycle === null
          ? 'close'
          : rule.recycle === 'at a date given'
            ? rule.recycle
            : `recycle after ${rule.recycle.text}`,
      needs: rule.needs,
      asksDate: rule.recycle === 'at a date given',
      asks: rule.asks,
    })),
  }
}

function dealsOf(state: PersonState, names: ReadonlyMap<string, string>): View['deals'] {
  const person = (id: string | null): { id: string; name: string } | null =>
    id === null ? null : { id, name: names.get(id) ?? '' }
  return state.deals.map((deal) => ({
    id: deal.id,
    attempt: deal.attempt,
    name: deal.name,
    stage: deal.stage,
    status: deal.status,
    proof: deal.proof,
    amountCents: deal.amountCents,
    currency: deal.currency,
    reason: deal.reason,
    nextStep: deal.nextStep,
    sdr: person(deal.sdr),
    closer: person(deal.closer),
    openedAt: new Date(deal.openedAt).toISOString(),
    closedAt: deal.closedAt === null ? null : new Date(deal.closedAt).toISOString(),
  }))
}

type Scored = { rows: readonly ScoredRow[]; isWhole: boolean }

/** The entries of one score; the main one has no name. */
function ofScore({ rows, isWhole }: Scored, name?: string): Scored {
  return { rows: rows.filter(({ data }) => data.score === name), isWhole }
}

/** The scores the agreement names beside the main one, each with its own ledger. */
function otherScores(
  { scores = {} }: PersonState,
  scored: Scored,
  agreement: CompiledAgreement,
  nowMs: number,
): View['scores'] {
  return agreement.scores.map((rules) => {
    const card = scores[rules.name] ?? emptyCard()
    return {
      name: rules.name,
      grade: card.grade,
      fit: card.fit,
      engagement: pointsAt(card, nowMs, rules.halfLifeMs),
      ledger: ledgerOf(card, ofScore(scored, rules.name), rules, nowMs),
    }
  })
}

/** Everything a screen about one person needs, except the story itself. */
export async function getLead(ctx: Context, caller: Caller, personId: string): Promise<View> {
  const { row, identities, attempts, scored, names } = await reading(ctx, async (db) => {
    const [row, identities, attempts, scored] = await Promise.all([
      findPerson(db, personId),
      identitiesOf(db, personId),
      attemptsOf(db, ctx, personId),
      scoredOf(db, personId),
    ])
    const colleagues = row?.state.deals.flatMap((deal) => [deal.sdr, deal.closer]) ?? []
    return { row, identities, attempts, scored, names: await namesOf(db, colleagues) }
  })
  if (row === null)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody; search for them.',
    })
  const nowMs = ctx.now()
  const agreement = ctx.agreements.at(nowMs)
  const { state } = row
  const engagement = pointsAt(state, nowMs, agreement.halfLifeMs)
  return {
    personId,
    name: row.name,
    isAnonymous: row.is_anonymous,
    person: plain(state.person),
    account: plain(state.account),
    accountId: row.account_id,
    traits: state.traits,
    identities,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    grade: state.grade,
    fit: state.fit,
    engagement,
    ledger: ledgerOf(state, ofScore(scored), agreement, nowMs),
    scores: otherScores(state, scored, agreement, nowMs),
    sourceName: sourceNameOf(agreement, state),
    attempts: attempts.map((attempt) => ({
      ...attempt,
      clocks: attempt.attempt === state.attempt?.number ? state.attempt.clocks.map(clockView) : [],
    })),
    deals: dealsOf(state, names),
    qualification: explainQualification(agreement, state, engagement, caller.locale ?? 'en'),
    may: mayDo(caller, agreement, state, nowMs),
    reasons: reasonsOf(agreement),
  }
}
