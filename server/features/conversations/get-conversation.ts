import { prospectShareReferences, prospectShareTargets } from '@ensemble/engine/conversation/targets.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { getConversation as promise } from './contract.ts'
import { readVoices } from './known-voices.ts'
import { mayChange } from './may-change.ts'
import { sharesOf } from './measure.ts'
import type { CALL_KINDS } from './shapes.ts'
import { readStored, transcriptOf } from './stored.ts'
import { readListed, viewRow } from './view-row.ts'
import { viewSpeaker } from './view-speaker.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type MentionRow = {
  kind: View['mentions'][number]['kind']
  name: string
  phrase: string
  side: View['mentions'][number]['side']
  segment: number
  from_char: number
  to_char: number
}

/** The share that prospects should have in a call of this kind, and what it is compared with. */
export function targetOf(kind: (typeof CALL_KINDS)[number]): View['target'] {
  const { from, to } = prospectShareTargets[kind]
  return { from, to, ...prospectShareReferences }
}

/** One conversation, with all that was said in it and heard where. */
export async function getConversation(ctx: Pick<Context, 'db'>, caller: Caller, conversationId: string): Promise<View> {
  const stored = await readStored(ctx.db, conversationId)
  const listed = await readListed(ctx.db, conversationId)
  if (listed === undefined) throw new Problem('not-found', 'There is no such conversation.')
  const voices = await readVoices(ctx.db, stored.person_id)
  const transcript = transcriptOf(stored)
  const shares = transcript === null ? new Map<string, number>() : sharesOf(transcript)
  const placeOf = new Map(stored.speakers.map(({ key }, index) => [key, index]))
  const sideOf = new Map(stored.speakers.map(({ key, side }) => [key, side]))
  const [mentions, added] = await Promise.all([
    ctx.db.query<MentionRow>(
      `select kind, name, phrase, side, segment, from_char, to_char from mentions
        where person_id = $1 and conversation_id = $2 order by place`,
      [stored.person_id, conversationId],
    ),
    ctx.db.query<{ id: string; name: string }>('select id, name from users where id = $1', [stored.added_by]),
  ])
  return {
    ...viewRow(listed),
    aboutFact: stored.about_fact,
    addedBy: added.rows[0] ?? null,
    addedAt: stored.added_at.toISOString(),
    speakers: stored.speakers.map((speaker) => viewSpeaker(speaker, voices, shares)),
    figures: stored.figures,
    target: targetOf(stored.call_kind),
    wordsRemovedAt: stored.words_removed_at?.toISOString() ?? null,
    said: (stored.said ?? []).map((one) => ({
      speaker: placeOf.get(one.speakerKey ?? '') ?? null,
      side: sideOf.get(one.speakerKey ?? '') ?? 'unknown',
      startMs: 'startMs' in one ? one.startMs : null,
      endMs: 'endMs' in one ? one.endMs : null,
      text: one.text,
    })),
    mentions: mentions.rows.map(({ from_char, to_char, ...rest }) => ({ ...rest, from: from_char, to: to_char })),
    issues: stored.issues,
    mayChange: mayChange(caller, stored),
  }
}
