import { createHash } from 'node:crypto'
import type { Transcript } from '@ensemble/engine/conversation/transcript.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Who } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { measure } from './measure.ts'
import { scanMentions } from './scan-mentions.ts'
import type { CALL_KINDS } from './shapes.ts'
import type { ToldSpeaker } from './tell-speakers.ts'

export type NewConversation = {
  who: Who
  transcript: Transcript
  speakers: readonly ToldSpeaker[]
  callKind: (typeof CALL_KINDS)[number]
  title: string | null
  /** Epoch ms. */
  heldAt: number
  aboutFact: string | null
  seller: string | null
  by: string
  language?: 'en' | 'fr'
}

/** The same words of the same day have the same id, so that a transcript sent twice counts once. */
function idOf(transcript: Transcript): string {
  const { source, id } = transcript
  const said = transcript.kind === 'call' ? transcript.segments : transcript.messages
  const hash = createHash('sha256')
    .update(JSON.stringify([source, id, said]))
    .digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/**
 * Puts a conversation into a story: one fact that both teams see, and the words with what they measure. The fact comes
 * first and counts once; whoever is interrupted between the two sends the transcript again.
 */
export async function saveConversation(
  ctx: Context,
  input: NewConversation,
): Promise<{ conversationId: string; personId: string; isNew: boolean }> {
  const { transcript, speakers, callKind } = input
  const conversationId = idOf(transcript)
  const figures = measure(transcript, speakers)
  const durationMs = transcript.kind === 'call' ? transcript.durationMs : 0
  const [recorded] = await recordFacts(
    ctx,
    [
      {
        kind: 'conversation.recorded',
        at: Math.min(input.heldAt, ctx.now()),
        messageId: `conversation:${conversationId}`,
        source: 'transcript',
        actor: input.seller ?? input.by,
        isHistory: false,
        who: input.who,
        touch: null,
        data: {
          conversation: conversationId,
          how: transcript.kind,
          callKind,
          ...(input.title === null ? {} : { title: input.title }),
          ...(durationMs === 0 ? {} : { durationS: Math.round(durationMs / 1000) }),
          ...(figures.prospectShare === null ? {} : { prospectShare: figures.prospectShare }),
          ...(input.aboutFact === null ? {} : { in: input.aboutFact }),
        },
      },
    ],
    input.language === undefined ? {} : { language: input.language },
  )
  if (recorded === undefined) throw new Error('a conversation was neither recorded nor refused')
  const { personId, factId } = recorded
  const isNew = await inTransaction(ctx.db, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into conversations (person_id, conversation_id, fact_id, about_fact, kind, call_kind, title, held_at, source, source_id,
         speakers, said, issues, figures, duration_ms, seller, rep_share, prospect_words, rep_words, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
       on conflict do nothing`,
      [
        personId,
        conversationId,
        factId,
        input.aboutFact,
        transcript.kind,
        callKind,
        input.title ?? '',
        new Date(input.heldAt),
        transcript.source,
        transcript.id,
        JSON.stringify(speakers),
        JSON.stringify(transcript.kind === 'call' ? transcript.segments : transcript.messages),
        JSON.stringify(transcript.issues.slice(0, 200)),
        JSON.stringify(figures),
        durationMs,
        input.seller,
        figures.repShare,
        figures.prospect.words,
        figures.rep.words,
        input.by,
        new Date(ctx.now()),
      ],
    )
    if (rowCount === 0) return false
    await scanMentions(tx, { personId, conversationId, transcript, speakers })
    return true
  })
  return { conversationId, personId, isNew }
}
