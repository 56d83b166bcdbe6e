import { z } from 'zod'
import { callOf } from './call-of.ts'
import type { Call } from './transcript.ts'

const sentence = z.object({
  speaker_name: z.string().nullish(),
  speaker_id: z.union([z.string(), z.number()]).nullish(),
  text: z.string().nullish(),
  raw_text: z.string().nullish(),
  start_time: z.coerce.number().min(0),
  end_time: z.coerce.number().min(0),
})

/** One `transcript` of the GraphQL answer: sentences in seconds, `duration` in minutes. */
export const firefliesSchema = z.object({
  id: z.string().nullish(),
  duration: z.number().nullish(),
  sentences: z.array(sentence),
})

export function readFireflies(read: z.infer<typeof firefliesSchema>): Call {
  const names = new Map<string, string | null>()
  const segments = read.sentences.map((each) => {
    const speakerKey = keyOf(each)
    if (speakerKey !== null) names.set(speakerKey, each.speaker_name ?? names.get(speakerKey) ?? null)
    return {
      speakerKey,
      startMs: each.start_time * 1000,
      endMs: each.end_time * 1000,
      text: each.raw_text ?? each.text ?? '',
    }
  })
  return callOf({
    source: 'fireflies',
    id: read.id ?? null,
    segments,
    speakers: [...names].map(([key, name]) => ({ key, name, side: null })),
    durationMs: read.duration == null ? null : read.duration * 60_000,
  })
}

function keyOf(each: z.infer<typeof sentence>): string | null {
  if (each.speaker_id !== null && each.speaker_id !== undefined) return `speaker ${each.speaker_id}`
  return each.speaker_name ?? null
}
