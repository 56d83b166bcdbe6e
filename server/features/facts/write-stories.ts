import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { nextStrikeAt } from '@ensemble/engine/lifecycle/clocks.ts'
import { feedbackClockName } from '@ensemble/engine/lifecycle/feedback.ts'
import type { AttemptState, DealState, PersonState, RunningClock, STAGES } from '@ensemble/engine/lifecycle/state.ts'
import { sourceNameOf } from '@ensemble/engine/scoring/context.ts'
import { type Engagement, heatOf } from '@ensemble/engine/scoring/decay.ts'
import type { PoolClient } from 'pg'
import { newId } from '../../db/new-id.ts'
import { together } from '../../db/together.ts'
import { type Cell, insertRows, writeParts } from '../../db/write-rows.ts'
import { regroupLeads } from '../channels/regroup-leads.ts'
import { noteDealChanges } from '../deals/note-deal-changes.ts'
import type { Story } from './story.ts'
import { CLOCKS, DEALS, DECISIONS, FACTS, FEEDBACKS, LEADS, PEOPLE } from './tables.ts'

type Row = Cell[]

function factRows(story: Story): Row[] {
  return story.newFacts.map(({ fact, identity, importId }) => [
    story.personId,
    fact.id,
    fact.kind,
    fact.at,
    fact.recordedAt,
    fact.messageId,
    fact.source,
    fact.actor,
    fact.isHistory,
    identity,
    fact.touch?.channel ?? null,
    fact.touch?.origin ?? null,
    fact.touch?.campaign ?? null,
    fact.touch?.landingPage ?? null,
    fact.data,
    importId,
  ])
}

function decisionRows(story: Story, nowMs: number): Row[] {
  return story.newDecisions.map((decision) => {
    return [
      story.personId,
      newId(nowMs),
      decision.fact,
      decision.ordinal,
      decision.attempt,
      decision.what,
      decision.clause,
      decision.version,
      decision.at,
      nowMs,
      decision.data,
    ]
  })
}

function personRow(story: Story): Row {
  const { person, account } = story.state
  const company = account.name ?? account.domain ?? null
  const search = [person.name, person.email, person.phone, company]
    .filter((each) => each !== undefined && each !== null)
    .join(' ')
    .toLowerCase()
  return [
    story.personId,
    story.accountId,
    person.name ?? '',
    person.email ?? null,
    person.phone ?? null,
    person.title ?? null,
    company,
    person.country ?? account.country ?? null,
    story.isAnonymous,
    story.firstSeenAt,
    story.lastSeenAt,
    story.factsBefore + story.newFacts.length,
    story.state,
    search,
    story.importId,
  ]
}

/** When the attempt was seen to enter a stage. Null for a stage it skipped: what is inferred has no moment of its own. */
function enteredAt(attempt: AttemptState, stage: (typeof STAGES)[number]): number | null {
  const mark = attempt.marks[stage]
  return mark === undefined || mark.isInferred ? null : mark.at
}

function dueOf(attempt: AttemptState): { at: number | null; clock: string | null } {
  let first: { at: number; clock: string } | null = null
  for (const clock of attempt.clocks)
    if (first === null || clock.dueAt < first.at) first = { at: clock.dueAt, clock: clock.name }
  return first ?? { at: null, clock: null }
}

/** The score of an attempt: as it stands, or as it stood when the attempt closed. */
function scoreOf(state: PersonState, { closedWith: closed, closedAt }: AttemptState): Engagement {
  if (closed === null) return state
  const { fading = [] } = closed
  const apart = fading.reduce((sum, each) => sum + each.points, 0)
  return {
    engagement: closed.engagement - apart,
    engagementAt: closedAt ?? state.engagementAt,
    ...(fading.length === 0 ? {} : { fading }),
  }
}

function leadRow(story: Story, attempt: AttemptState, agreement: CompiledAgreement, nowMs: number): Row {
  const { state } = story
  const closed = attempt.closedWith
  const { engagement, engagementAt, fading } = scoreOf(state, attempt)
  const all = fading === undefined ? engagement : fading.reduce((sum, each) => sum + each.points, engagement)
  const { asked } = attempt
  const due = attempt.outcome === 'open' ? dueOf(attempt) : { at: null, clock: null }
  return [
    story.personId,
    attempt.number,
    attempt.stage,
    attempt.outcome,
    attempt.reason,
    attempt.team,
    attempt.owner,
    attempt.pool,
    closed === null ? state.grade : closed.grade,
    closed?.fit ?? state.fit,
    engagement,
    engagementAt,
    heatOf(all, engagementAt, agreement.halfLifeMs),
    fading ?? null,
    sourceNameOf(agreement, { ...state, attempt }),
    attempt.touch.channel,
    attempt.touch.origin,
    attempt.touch.campaign,
    attempt.touch.landingPage,
    attempt.isHistory,
    attempt.openedAt,
    enteredAt(attempt, 'qualified'),
    attempt.routedAt,
    enteredAt(attempt, 'accepted'),
    attempt.firstTouchAt,
    enteredAt(attempt, 'contacted'),
    enteredAt(attempt, 'opportunity'),
    enteredAt(attempt, 'won'),
    attempt.closedAt,
    attempt.touches,
    due.at,
    due.clock,
    asked?.at ?? null,
    asked?.by ?? null,
    asked?.note ?? null,
    nowMs,
  ]
}

function clockRows(story: Story): Row[] {
  const { attempt, feedback = [] } = story.state
  const row = (clock: RunningClock, name: string, number: number, owner: string | null): Row => [
    story.personId,
    number,
    name,
    clock.clause,
    clock.team,
    owner,
    clock.startedAt,
    clock.dueAt,
    nextStrikeAt(clock),
    clock.term.text,
    clock.isBreached,
  ]
  return [
    ...(attempt?.clocks ?? []).map((clock) => row(clock, clock.name, attempt?.number ?? 0, attempt?.owner ?? null)),
    ...feedback.flatMap(({ id, clock, attempt: number, owner }) =>
      clock === null ? [] : [row(clock, feedbackClockName(id), number, owner)],
    ),
  ]
}

function feedbackRows(story: Story): Row[] {
  return (story.state.feedback ?? []).map((feedback) => [
    story.personId,
    feedback.id,
    feedback.attempt,
    feedback.at,
    feedback.by,
    feedback.verdict,
    feedback.campaign,
    feedback.owner,
    feedback.status,
    feedback.clock?.dueAt ?? null,
    feedback.isLate,
    feedback.answeredAt,
    feedback.answer,
    feedback.closedAt,
  ])
}

/** Feedback taken back is in the story no more: only a story folded anew can have lost some. */
async function writeFeedback(tx: PoolClient, stories: readonly Story[]): Promise<void> {
  const anew = stories.filter((story) => !story.isBorn && (story.wasRefolded || story.state.feedback !== undefined))
  if (anew.length > 0)
    await tx.query('delete from feedbacks where person_id = any($1::uuid[])', [anew.map((story) => story.personId)])
  await insertRows(tx, FEEDBACKS, stories.flatMap(feedbackRows))
}

/** Why it ended so, by whoever said it at the end. */
function endReasons(deal: DealState): readonly string[] {
  if (deal.status === 'open') return []
  const word = deal.said?.find(({ at }) => at === deal.closedAt)
  return word?.reasons ?? (deal.reason === null ? [] : [deal.reason])
}

function dealRows(story: Story): Row[] {
  const { person, account } = story.state
  return story.state.deals.map((deal) => [
    deal.id,
    story.personId,
    deal.attempt,
    deal.name,
    deal.stage,
    deal.status,
    deal.proof,
    deal.amountCents,
    deal.currency,
    deal.sdr,
    deal.closer,
    deal.openedAt,
    deal.closedAt,
    deal.reason,
    deal.nextStep,
    deal.pipeline ?? '',
    deal.stageAt ?? deal.openedAt,
    deal.closeDate ?? null,
    deal.nextStepAt ?? null,
    (deal.products ?? []).map((each) => each.name),
    deal.competitors ?? null,
    endReasons(deal),
    (deal.said ?? []).map(({ saidBy, reasons }) => ({ saidBy, reasons })),
    [deal.name, person.name, account.name ?? account.domain]
      .filter((each) => each !== undefined && each !== null)
      .join(' ')
      .toLowerCase(),
    deal,
  ])
}

function attemptsOf(story: Story): AttemptState[] {
  const { attempt } = story.state
  return attempt === null ? story.ended : [...story.ended, attempt]
}

/** Stores what a transaction added to stories: facts, conclusions, and the rows that screens read. */
export async function writeStories(
  tx: PoolClient,
  stories: readonly Story[],
  agreement: CompiledAgreement,
  nowMs: number,
): Promise<void> {
  const born = stories.filter((story) => story.isBorn)
  const known = stories.filter((story) => !story.isBorn)
  const leads = (some: readonly Story[]): Row[] =>
    some.flatMap((story) => attemptsOf(story).map((attempt) => leadRow(story, attempt, agreement, nowMs)))
  const decisions = stories.flatMap((story) => decisionRows(story, nowMs))
  // A visitor who never was a lead has no clocks.
  const hadClocks = known
    .filter((story) => story.state.attempt !== null || !story.isAnonymous || story.mustRefold || story.wasRefolded)
    .map((story) => story.personId)
  const leading = stories.filter((story) => story.state.attempt !== null || story.ended.length > 0)
  await together(tx, [
    () =>
      writeParts(tx, [
        { how: 'insert', table: PEOPLE, rows: born.map(personRow) },
        { how: 'update', table: PEOPLE, rows: known.map(personRow) },
        { how: 'insert', table: FACTS, rows: stories.flatMap(factRows) },
        { how: 'insert', table: DECISIONS, rows: decisions },
        { how: 'insert', table: LEADS, rows: leads(born) },
        { how: 'upsert', table: LEADS, rows: leads(known) },
        { how: 'insert', table: DEALS, rows: born.flatMap(dealRows) },
        { how: 'upsert', table: DEALS, rows: known.flatMap(dealRows) },
      ]),
    async () => {
      if (hadClocks.length > 0) await tx.query('delete from clocks where person_id = any($1::uuid[])', [hadClocks])
    },
    () => insertRows(tx, CLOCKS, stories.flatMap(clockRows)),
    () => writeFeedback(tx, stories),
    () =>
      noteDealChanges(
        tx,
        stories.filter((story) => story.wasRefolded || story.state.deals.length > 0).map((story) => story.personId),
      ),
    () =>
      regroupLeads(
        tx,
        leading.map((story) => story.personId),
      ),
  ])
}
