import type { Transcript } from '@ensemble/engine/conversation/transcript.ts'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { previewConversations as promise } from './contract.ts'
import { decodeText, parseTranscripts } from './decode-transcripts.ts'
import { readVoices } from './known-voices.ts'
import { sharesOf } from './measure.ts'
import { readUpload } from './read-upload.ts'
import { tellSpeakers } from './tell-speakers.ts'
import { viewSpeaker } from './view-speaker.ts'

type Preview = z.input<NonNullable<(typeof promise)['response']>>

const BEGINS_CHARS = 120
const ISSUES = 50
const UUID = /^[0-9a-f-]{36}$/i

function wordsOf(transcript: Transcript): number {
  const said = transcript.kind === 'call' ? transcript.segments : transcript.messages
  return said.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
}

/** What a transcript holds and who may be speaking, before anything is stored. */
export async function previewConversations(ctx: Context, request: FastifyRequest): Promise<Preview> {
  const { bytes, fields } = await readUpload(request)
  const transcripts = parseTranscripts(decodeText(bytes))
  const personId = fields.personId !== undefined && UUID.test(fields.personId) ? fields.personId : null
  const voices = await readVoices(ctx.db, personId)
  return {
    conversations: transcripts.slice(0, 200).map((transcript, index) => {
      const said: readonly { speakerKey: string | null; text: string }[] =
        transcript.kind === 'call' ? transcript.segments : transcript.messages
      const shares = sharesOf(transcript)
      return {
        place: index + 1,
        id: transcript.id,
        kind: transcript.kind,
        source: transcript.source,
        durationMs: transcript.kind === 'call' ? transcript.durationMs : 0,
        words: wordsOf(transcript),
        speakers: tellSpeakers(transcript, voices).map((speaker) => ({
          ...viewSpeaker(speaker, voices, shares),
          begins: said.find(({ speakerKey }) => speakerKey === speaker.key)?.text.slice(0, BEGINS_CHARS) ?? '',
        })),
        issues: transcript.issues.slice(0, ISSUES),
      }
    }),
  }
}
