import { findPhrases, type PhraseList } from '@ensemble/engine/conversation/find-phrases.ts'
import type { Transcript } from '@ensemble/engine/conversation/transcript.ts'
import type { Queryable } from '../../db/queryable.ts'
import { sidesOfTold } from './measure.ts'
import type { ToldSpeaker } from './tell-speakers.ts'

const MOST = 2_000

/** What is listened for: the lists somebody wrote, and the needs the company knows by how they are said. */
export async function readListeningLists(db: Queryable): Promise<PhraseList[]> {
  const own = await db.query<PhraseList>('select kind, name, phrases from phrase_lists order by kind, position, name')
  const topics = await db.query<{ topic: string; phrases: Record<string, string[]> }>(
    'select topic, phrases from need_topics where is_active order by topic',
  )
  const named = new Set(own.rows.filter(({ kind }) => kind === 'need').map(({ name }) => name))
  const needs = topics.rows.flatMap(({ topic, phrases }): PhraseList[] => {
    const all = Object.values(phrases).flat()
    return named.has(topic) || all.length === 0 ? [] : [{ kind: 'need', name: topic, phrases: all }]
  })
  return [...own.rows, ...needs]
}

type Scanned = {
  personId: string
  conversationId: string
  transcript: Transcript
  speakers: readonly Pick<ToldSpeaker, 'key' | 'side'>[]
}

/** Searches a conversation and keeps where each name was heard; what was kept before is replaced. */
export async function scanMentions(
  tx: Queryable,
  { personId, conversationId, transcript, speakers }: Scanned,
  lists?: readonly PhraseList[],
): Promise<void> {
  const found = findPhrases(transcript, sidesOfTold(speakers), lists ?? (await readListeningLists(tx))).slice(0, MOST)
  await tx.query('delete from mentions where person_id = $1 and conversation_id = $2', [personId, conversationId])
  if (found.length === 0) return
  await tx.query(
    `insert into mentions (person_id, conversation_id, place, kind, name, phrase, side, segment, from_char, to_char, start_ms)
     select $1, $2, place - 1, kind, name, phrase, side, segment, from_char, to_char, start_ms
       from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::int[], $10::int[])
            with ordinality as m(kind, name, phrase, side, segment, from_char, to_char, start_ms, place)`,
    [
      personId,
      conversationId,
      found.map((one) => one.kind),
      found.map((one) => one.name),
      found.map((one) => one.phrase),
      found.map((one) => one.side),
      found.map((one) => one.segment),
      found.map((one) => one.from),
      found.map((one) => one.to),
      found.map((one) => one.startMs),
    ],
  )
}
