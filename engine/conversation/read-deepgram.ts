import { z } from 'zod'
import { callOf } from './call-of.ts'
import type { Call, Segment } from './transcript.ts'
import { wordsToSegments } from './words-to-segments.ts'

const seconds = z.number().min(0)
const word = z.object({
  word: z.string(),
  punctuated_word: z.string().nullish(),
  start: seconds,
  end: seconds,
  speaker: z.number().nullish(),
})
const utterance = z.object({
  start: seconds,
  end: seconds,
  transcript: z.string(),
  speaker: z.number().nullish(),
  channel: z.number().nullish(),
})

/** A pre-recorded answer, in seconds: `utterances` where they were asked for, else the words of each channel. */
export const deepgramSchema = z.object({
  metadata: z
    .object({ request_id: z.string().nullish(), duration: seconds.nullish(), channels: z.number().nullish() })
    .nullish(),
  results: z.object({
    utterances: z.array(utterance).nullish(),
    channels: z.array(z.object({ alternatives: z.array(z.object({ words: z.array(word).nullish() })) })).nullish(),
  }),
})

type Read = z.infer<typeof deepgramSchema>

/** Speakers are numbered anew in each channel, so that a channel is part of the name where there are several. */
function keyOf(
  isMultichannel: boolean,
  channel: number | null | undefined,
  speaker: number | null | undefined,
): string | null {
  if (isMultichannel) return `channel ${channel ?? 0}${speaker ? `, speaker ${speaker}` : ''}`
  return speaker === null || speaker === undefined ? null : `speaker ${speaker}`
}

function segmentsOf(read: Read): Segment[] {
  const { utterances, channels } = read.results
  if (utterances != null && utterances.length > 0) {
    const isMultichannel = new Set(utterances.map(({ channel }) => channel ?? 0)).size > 1
    return utterances.map(({ start, end, transcript, channel, speaker }) => ({
      speakerKey: keyOf(isMultichannel, channel, speaker),
      startMs: start * 1000,
      endMs: end * 1000,
      text: transcript,
    }))
  }
  const isMultichannel = (channels?.length ?? 0) > 1
  return (channels ?? []).flatMap((channel, number) =>
    wordsToSegments(
      (channel.alternatives[0]?.words ?? []).map((each) => ({
        speakerKey: keyOf(isMultichannel, number, each.speaker),
        startMs: each.start * 1000,
        endMs: each.end * 1000,
        text: each.punctuated_word ?? each.word,
      })),
    ),
  )
}

export function readDeepgram(read: Read): Call {
  const segments = segmentsOf(read)
  const keys = new Set(segments.flatMap(({ speakerKey }) => (speakerKey === null ? [] : [speakerKey])))
  return callOf({
    source: 'deepgram',
    id: read.metadata?.request_id ?? null,
    segments,
    speakers: [...keys].map((key) => ({ key, name: null, side: null })),
    durationMs: read.metadata?.duration == null ? null : read.metadata.duration * 1000,
  })
}
