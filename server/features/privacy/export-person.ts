import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { failedOf } from '../tracking/failed-of-keys.ts'
import { settleInbox } from '../tracking/settle-inbox.ts'
import { logPrivacy } from './log-privacy.ts'

/** Everything held about somebody, each part by the name of its table. */
export type PersonExport = { exportedAt: string; personId: string; parts: Record<string, unknown[]> }

/** Where a person's rows are; every table with a `person_id` must be here, which a test checks. */
export const PARTS: Record<string, string> = {
  people:
    'select person_id, name, email, phone, title, company, country, is_anonymous, first_seen_at, last_seen_at, facts, state from people where person_id = $1',
  identities: 'select kind, value, created_at from identities where person_id = $1 order by kind, value',
  consents: `select kind, occurred_at, source, data from facts where person_id = $1 and kind in ('consent.given', 'consent.withdrawn') order by occurred_at`,
  facts:
    'select f.fact_id, f.kind, f.occurred_at, f.recorded_at, f.message_id, f.source, u.name as actor, f.is_history, f.identity, f.channel, f.origin, f.campaign, f.landing_page, f.data, f.import_id from facts f left join users u on u.id = f.actor where person_id = $1 order by f.occurred_at, f.fact_id',
  decisions:
    'select fact_id, attempt, what, clause, version, decided_at, revised_at, data from decisions where person_id = $1 order by decided_at, ordinal',
  leads: 'select to_jsonb(l) as lead from leads l where person_id = $1 order by attempt',
  clocks: 'select attempt, name, clause, team, started_at, due_at, term, is_breached from clocks where person_id = $1',
  deals:
    'select deal_id, attempt, name, stage, status, proof, amount_cents, currency, opened_at, closed_at, reason, next_step, pipeline, close_date, products, competitors, reasons, state from deals where person_id = $1',
  documents: `select d.kind, d.name, d.bytes, d.sha256, d.signed_on, d.signatories, d.uploaded_at,
       (select encode(string_agg(c.data, ''::bytea order by c.place), 'base64') from document_chunks c where c.document_id = d.document_id) as content_base64
     from documents d where person_id = $1 order by d.uploaded_at`,
  conversations:
    'select conversation_id, kind, call_kind, title, held_at, source, speakers, said, figures, duration_ms, words_removed_at, added_at from conversations where person_id = $1 order by held_at',
  mentions:
    'select conversation_id, kind, name, phrase, side, start_ms from mentions where person_id = $1 order by conversation_id, place',
  hand_offs:
    'select h.pool, h.attempt, h.at, u.name as given_to from hand_offs h join users u on u.id = h.user_id where person_id = $1 order by h.at',
  feedbacks:
    'select given_at, verdict, campaign, status, answered_at, closed_at from feedbacks where person_id = $1 order by given_at',
  notices:
    'select n.kind, n.created_at, n.data, u.name as told from notices n join users u on u.id = n.user_id where person_id = $1 order by n.created_at',
  campaign_codes: 'select code, url, label, visits, last_visit_at, created_at from campaign_codes where person_id = $1',
  call_entries:
    'select s.name as list, e.status, e.attempts, e.next_at from call_entries e join call_sessions s using (session_id) where e.person_id = $1',
  call_outcomes:
    'select outcome, follow, duration_s, at, undone_at from call_outcomes where person_id = $1 order by at',
  call_plans: 'select at, why, note, created_at, done_at from call_plans where person_id = $1 order by at',
  incoming_calls:
    'select call_id, from_number, to_number, at, status, duration_s, recording_url from incoming_calls where person_id = $1 order by at',
  backtest_leads:
    'select backtest_id, place, draft_at, in_force_at, really_at, grade, won_at, won_cents from backtest_leads where person_id = $1',
  meetings:
    'select title, starts_at, ends_at, zone, guest_name, guest_email, guest_phone, answers, place_kind, place, status, reply, reply_comment, proposed_start, proposed_comment, note, next_step, created_at from meetings where person_id = $1 order by starts_at',
  ties: `select t.strength, t.since, t.source, t.note, u.name as known_by from ties t left join users u on u.id = t.knower_user where t.person_id = $1 or t.knower_person = $1 order by t.created_at`,
  introductions:
    'select status, note, asked_at, promised_at, settled_at from introductions where person_id = $1 or asked_person = $1 order by asked_at',
  merges:
    'select merged_at, undone_at, from_person, into_person, person from merges where into_person = $1 or from_person = $1',
  duplicates: 'select certainty, evidence, state, found_at from duplicates where low = $1 or high = $1',
  story_looks:
    'select l.looked_at, u.name as looked_by from story_looks l join users u on u.id = l.user_id where person_id = $1 order by l.looked_at',
  mail_messages: `select distinct m.sent_at, m.direction, m.kind, m.from_address, m.subject, m.text, m.attachments, m.bounced from mail_messages m join mail_parties p using (message_id)
     join identities i on i.kind = 'email' and i.value in (p.address, p.base) where i.person_id = $1 order by m.sent_at`,
  mail_outgoing:
    'select subject, body, purpose, tracks_opens, tracks_clicks, status, created_at, sent_at from mail_outgoing where person_id = $1 order by created_at',
  privacy_log: 'select at, what from privacy_log where person_id = $1 order by at',
}

/** All of it in one object, for the person who asks what is held about them. Who took it is written down. */
export async function exportPerson(ctx: Context, personId: string, by: string | null): Promise<PersonExport> {
  await settleInbox(ctx)
  const { rows } = await ctx.db.query('select 1 from people where person_id = $1', [personId])
  if (rows.length === 0)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody: search for them.',
    })
  const parts: Record<string, unknown[]> = {}
  for (const [name, sql] of Object.entries(PARTS)) parts[name] = (await ctx.db.query(sql, [personId])).rows
  const keys = await ctx.db.query<{ kind: string; value: string }>(
    'select kind, value from identities where person_id = $1',
    [personId],
  )
  parts.inbox = await failedOf(ctx.db, keys.rows)
  const nowMs = ctx.now()
  await logPrivacy(ctx.db, { what: 'exported', who: by, personId, nowMs })
  return { exportedAt: new Date(nowMs).toISOString(), personId, parts }
}
