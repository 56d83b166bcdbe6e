import { z } from 'zod'
import { callOf } from './call-of.ts'
import type { Call } from './transcript.ts'
import { wordsToSegments } from './words-to-segments.ts'

const said = z.object({
  speaker: z.string().nullish(),
  start: z.number().min(0),
  end: z.number().min(0),
  text: z.string(),
})

/** A transcript object: utterances (or words) in ms, `audio_duration` in seconds. */
export const assemblyaiSchema = z
  .object({
    id: z.string().nullish(),
    audio_duration: z.number().nullish(),
    utterances: z.array(said).nullish(),
    words: z.array(said).nullish(),
  })
  .refine((read) => (read.utterances?.length ?? 0) + (read.words?.length ?? 0) > 0)

export function readAssemblyai(read: z.infer<typeof assemblyaiSchema>): Call {
  const timed = (each: z.infer<typeof said>) => ({
    speakerKey: each.speaker ?? null,
    startMs: each.start,
    endMs: each.end,
    text: each.text,
  })
  const segments = read.utterances?.length ? read.utterances.map(timed) : wordsToSegments((read.words ?? []).map(timed))
  const keys = new Set(segments.flatMap(({ speakerKey }) => (speakerKey === null ? [] : [speakerKey])))
  return callOf({
    source: 'assemblyai',
    id: read.id ?? null,
    segments,
    speakers: [...keys].map((key) => ({ key, name: null, side: null })),
    durationMs: read.audio_duration == null ? null : read.audio_duration * 1000,
  })
}
