import { z } from 'zod'
import { moment, userRef } from '../../http/shapes.ts'

export const CALL_KINDS = ['discovery', 'demo', 'negotiation', 'other'] as const
export const callKind = z.enum(CALL_KINDS)
export const side = z.enum(['rep', 'prospect', 'unknown'])
export const phraseKind = z.enum(['competitor', 'message', 'need'])

/** Who a speaker of the transcript is, as somebody says. */
export const speakerIs = z.object({
  key: z.string().max(500),
  side,
  userId: z.uuid().nullable().optional(),
  personId: z.uuid().nullable().optional(),
})

export const speakerView = z
  .object({
    key: z.string(),
    name: z.string().nullable(),
    side,
    user: userRef.nullable(),
    person: z.object({ personId: z.uuid(), name: z.string() }).nullable(),
    /** Share of all speech (of a chat: of all words), 0 to 1. */
    share: z.number(),
  })
  .meta({ id: 'SpeakerView' })

export const sideFigures = z.object({
  speechMs: z.number(),
  turns: z.int(),
  words: z.int(),
  questions: z.int(),
  interruptions: z.int(),
  longestTurn: z.object({ startMs: z.int(), spanMs: z.int() }).nullable(),
})

/** What a conversation measures; times in ms, shares 0 to 1, null where nothing can be said. Definitions: docs/conversations.md. */
export const talkFigures = z
  .object({
    rep: sideFigures,
    prospect: sideFigures,
    repShare: z.number().nullable(),
    prospectShare: z.number().nullable(),
    switches: z.int(),
    switchesPerMinute: z.number().nullable(),
    patienceMs: z.object({ n: z.int(), median: z.number(), mean: z.number() }).nullable(),
    questionsPerHour: z.number().nullable(),
    nonTalkMs: z.number().nullable(),
  })
  .meta({ id: 'TalkFigures' })

export const conversationRow = z
  .object({
    conversationId: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    company: z.string().nullable(),
    kind: z.enum(['call', 'chat']),
    callKind,
    title: z.string(),
    heldAt: moment,
    source: z.string(),
    durationMs: z.number(),
    seller: userRef.nullable(),
    repShare: z.number().nullable(),
    prospectShare: z.number().nullable(),
    /** Names heard, the most often first: competitors, needs, messages. */
    heard: z.array(z.object({ kind: phraseKind, name: z.string(), times: z.int() })),
  })
  .meta({ id: 'ConversationRow' })

export const target = z
  .object({ from: z.number(), to: z.number(), article: z.number(), measuredBest: z.number() })
  .meta({ id: 'TalkTarget' })
