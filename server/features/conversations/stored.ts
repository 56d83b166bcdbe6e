import type { Message, Segment, Transcript, TranscriptSource } from '@ensemble/engine/conversation/transcript.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import type { TalkFigures } from './measure.ts'
import type { CALL_KINDS } from './shapes.ts'
import type { ToldSpeaker } from './tell-speakers.ts'

export type Stored = {
  person_id: string
  conversation_id: string
  fact_id: string | null
  about_fact: string | null
  kind: 'call' | 'chat'
  call_kind: (typeof CALL_KINDS)[number]
  title: string
  held_at: Date
  source: string
  source_id: string | null
  speakers: ToldSpeaker[]
  said: (Segment | Message)[] | null
  issues: { line: number | null; what: string; text: string }[]
  figures: TalkFigures
  duration_ms: string
  seller: string | null
  added_by: string | null
  added_at: Date
  words_removed_at: Date | null
}

/** One conversation with its words. Throws when there is none. */
export async function readStored(db: Queryable, conversationId: string): Promise<Stored> {
  const { rows } = await db.query<Stored>(
    `select person_id, conversation_id, fact_id, about_fact, kind, call_kind, title, held_at, source, source_id, speakers, said,
            issues, figures, duration_ms, seller, added_by, added_at, words_removed_at
       from conversations where conversation_id = $1 limit 1`,
    [conversationId],
  )
  const [row] = rows
  if (row === undefined)
    throw new Problem('not-found', 'There is no such conversation.', {
      mend: 'It may have been removed; look at the story of the person.',
    })
  return row
}

/** The transcript that was stored, as the engine reads it; null once its words were removed. */
export function transcriptOf(row: Stored): Transcript | null {
  if (row.said === null) return null
  const common = {
    source: row.source as TranscriptSource,
    id: row.source_id,
    speakers: row.speakers.map(({ key, name, side }) => ({ key, name, side })),
    issues: row.issues,
  }
  if (row.kind === 'chat') return { ...common, kind: 'chat', messages: row.said }
  const segments = row.said.flatMap((one) => ('startMs' in one ? [one] : []))
  return { ...common, kind: 'call', durationMs: Number(row.duration_ms), segments }
}
