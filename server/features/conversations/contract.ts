import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { cursor, moment, pageSize, rate, userRef } from '../../http/shapes.ts'
import { who } from '../facts/contract.ts'
import { callKind, conversationRow, phraseKind, side, speakerIs, speakerView, talkFigures, target } from './shapes.ts'

const TRANSCRIPT_BYTES = 20 * 1024 ** 2

export const previewConversations = contract({
  id: 'previewConversations',
  method: 'POST',
  url: '/api/conversations/previews',
  isQuestion: true,
  summary:
    'Reads a transcript (multipart, at most 20 MB; WebVTT, SRT, RTTM, Otter, Zoom, Teams, or the JSON of Gong, Fireflies, Deepgram, AssemblyAI, Amazon Transcribe) and says which conversations it holds and who may be speaking. A field `personId` before the file helps to tell them. Nothing is stored.',
  roles: NOT_VIEWERS,
  isUpload: true,
  response: z.object({
    conversations: z.array(
      z.object({
        place: z.int(),
        id: z.string().nullable(),
        kind: z.enum(['call', 'chat']),
        source: z.string(),
        durationMs: z.number(),
        words: z.int(),
        speakers: z.array(speakerView.extend({ begins: z.string() })),
        issues: z.array(z.object({ line: z.int().nullable(), what: z.string(), text: z.string() })),
      }),
    ),
  }),
})

export const addConversation = contract({
  id: 'addConversation',
  method: 'POST',
  url: '/api/people/:personId/conversations',
  summary:
    'Adds a transcript to somebody’s story (multipart). Fields before the file: `place` (from 1) when it holds several, `heldAt`, `callKind`, `title`, `aboutFact` (the call or meeting), `speakers` (JSON: key, side, userId, personId). The same transcript counts once.',
  roles: NOT_VIEWERS,
  params: z.object({ personId: z.uuid() }),
  isUpload: true,
  response: z.object({ conversationId: z.uuid(), isNew: z.boolean() }),
  status: 201,
})

export const receiveConversation = contract({
  id: 'receiveConversation',
  method: 'POST',
  url: '/api/conversations',
  summary:
    'Takes a transcript from the program that wrote it, by an API key with the scope conversations:write. `who` finds the prospect; `reps` names who spoke for us (names, e-mails of colleagues or speaker labels). The same transcript counts once.',
  roles: NOT_VIEWERS,
  bodyLimitBytes: TRANSCRIPT_BYTES,
  body: z.object({
    who,
    /** The file's text, or its JSON as it is. */
    transcript: z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())]),
    place: z.int().min(1).default(1),
    heldAt: moment.optional(),
    callKind: callKind.default('other'),
    title: z.string().max(200).optional(),
    reps: z.array(z.string().max(320)).max(50).default([]),
  }),
  response: z.object({ conversationId: z.uuid(), personId: z.uuid(), isNew: z.boolean() }),
  status: 201,
})

export const listConversations = contract({
  id: 'listConversations',
  method: 'GET',
  url: '/api/conversations',
  summary: 'Conversations, the newest first, of a person, a seller, a kind, or in which a name was heard.',
  roles: EVERYONE,
  query: z.object({
    personId: z.uuid().optional(),
    seller: z.uuid().optional(),
    callKind: callKind.optional(),
    heardKind: phraseKind.optional(),
    heard: z.string().max(200).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({ conversations: z.array(conversationRow), next: cursor.nullable() }),
})

export const getConversation = contract({
  id: 'getConversation',
  method: 'GET',
  url: '/api/conversations/:conversationId',
  summary:
    'One conversation: who spoke, what was said, what it measures against the target of its kind, what was heard where.',
  roles: EVERYONE,
  params: z.object({ conversationId: z.uuid() }),
  response: conversationRow.extend({
    aboutFact: z.uuid().nullable(),
    addedBy: userRef.nullable(),
    addedAt: moment,
    speakers: z.array(speakerView),
    figures: talkFigures,
    target,
    wordsRemovedAt: moment.nullable(),
    /** In order; empty once the words were removed. Times are null in a chat. */
    said: z.array(
      z.object({
        speaker: z.int().nullable(),
        side,
        startMs: z.int().nullable(),
        endMs: z.int().nullable(),
        text: z.string(),
      }),
    ),
    mentions: z.array(
      z.object({
        kind: phraseKind,
        name: z.string(),
        phrase: z.string(),
        side,
        /** Index into `said`, and the characters of its text. */
        segment: z.int(),
        from: z.int(),
        to: z.int(),
      }),
    ),
    issues: z.array(z.object({ line: z.int().nullable(), what: z.string(), text: z.string() })),
    mayChange: z.boolean(),
  }),
})

export const changeConversation = contract({
  id: 'changeConversation',
  method: 'PATCH',
  url: '/api/conversations/:conversationId',
  summary: 'Says of what kind it was, how it is called, and who its speakers are; everything is measured anew.',
  roles: NOT_VIEWERS,
  params: z.object({ conversationId: z.uuid() }),
  body: z.object({
    title: z.string().trim().min(1).max(200).optional(),
    callKind: callKind.optional(),
    heldAt: moment.optional(),
    speakers: z.array(speakerIs).max(200).optional(),
  }),
  response: null,
  status: 204,
})

export const removeConversation = contract({
  id: 'removeConversation',
  method: 'DELETE',
  url: '/api/conversations/:conversationId',
  summary: 'Removes the words and keeps the figures (`what=words`), or takes the whole conversation back (`what=all`).',
  roles: NOT_VIEWERS,
  params: z.object({ conversationId: z.uuid() }),
  query: z.object({ what: z.enum(['words', 'all']) }),
  response: null,
  status: 204,
})

const average = z.object({
  n: z.int(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

export const getTalk = contract({
  id: 'getTalk',
  method: 'GET',
  url: '/api/talk',
  summary:
    'How two-way the company speaks: the prospect’s share of each seller’s calls (mean over calls with a 95 % interval, never pooled) beside the target of the kind, and marketing’s dialogue by words.',
  roles: EVERYONE,
  query: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional(), callKind: callKind.optional() }),
  response: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    target,
    all: average,
    sellers: z.array(
      z.object({
        seller: userRef.nullable(),
        prospectShare: average,
        /** Median of the longest turns of the seller, ms. */
        longestTurnMs: z.number().nullable(),
        questionsPerHour: z.number().nullable(),
        patienceMs: z.number().nullable(),
        inTarget: rate,
      }),
    ),
    /** Marketing's exchanges by way: words of prospects over words of both; a broadcast nobody answered is reach, not dialogue. */
    dialogue: z.array(
      z.object({
        way: z.enum(['chat', 'e-mail', 'form']),
        exchanges: z.int(),
        prospectWords: z.int(),
        companyWords: z.int(),
        prospectShare: z.number().nullable(),
      }),
    ),
    heard: z.array(
      z.object({ kind: phraseKind, name: z.string(), conversations: z.int(), byProspect: z.int(), times: z.int() }),
    ),
    definition: z.string(),
  }),
})

export const getPhraseLists = contract({
  id: 'getPhraseLists',
  method: 'GET',
  url: '/api/phrase-lists',
  summary: 'What is listened for in conversations: competitors, messages and needs, by every way of saying them.',
  roles: EVERYONE,
  response: z.object({
    lists: z.array(z.object({ kind: phraseKind, name: z.string(), phrases: z.array(z.string()) })),
  }),
})

export const savePhraseLists = contract({
  id: 'savePhraseLists',
  method: 'PUT',
  url: '/api/phrase-lists',
  summary: 'Changes what is listened for; every conversation is searched anew in the background.',
  roles: ['admin', 'manager', 'marketer'],
  body: z.object({
    lists: z
      .array(
        z.object({
          kind: phraseKind,
          name: z.string().trim().min(1).max(200),
          phrases: z.array(z.string().trim().min(1).max(200)).max(200),
        }),
      )
      .max(500),
  }),
  response: z.object({ conversations: z.int() }),
})
