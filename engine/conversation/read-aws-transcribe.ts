import { z } from 'zod'
import { callOf } from './call-of.ts'
import type { Call, Segment } from './transcript.ts'
import { wordsToSegments } from './words-to-segments.ts'

/** Times are strings of seconds. */
const seconds = z.coerce.number().min(0)
const item = z.object({
  type: z.string(),
  start_time: seconds.nullish(),
  end_time: seconds.nullish(),
  speaker_label: z.string().nullish(),
  alternatives: z.array(z.object({ content: z.string() })),
})
const labelled = z.object({ start_time: seconds, end_time: seconds, speaker_label: z.string() })

/** The result of a batch job: who speaks when, and what was said when, joined here by time; or one channel for each. */
export const awsTranscribeSchema = z.object({
  jobName: z.string().nullish(),
  results: z.object({
    items: z.array(item),
    speaker_labels: z.object({ segments: z.array(labelled) }).nullish(),
    channel_labels: z
      .object({ channels: z.array(z.object({ channel_label: z.string(), items: z.array(item) })) })
      .nullish(),
  }),
})

type Item = z.infer<typeof item>
type Word = { startMs: number; endMs: number; text: string; label: string | null }

/** Items as words: punctuation has no time and belongs to the word before it. */
function wordsOf(items: readonly Item[]): Word[] {
  const words: Word[] = []
  for (const each of items) {
    const text = each.alternatives[0]?.content ?? ''
    const last = words.at(-1)
    if (each.start_time == null || each.end_time == null) {
      if (last !== undefined) last.text += text
    } else
      words.push({
        startMs: each.start_time * 1000,
        endMs: each.end_time * 1000,
        text,
        label: each.speaker_label ?? null,
      })
  }
  return words
}

/** Each word goes to the labelled segment that is running when it starts, by label first where items carry one. */
function joined(labels: readonly z.infer<typeof labelled>[], words: readonly Word[]): Segment[] {
  const segments: Segment[] = labels.map((each) => ({
    speakerKey: each.speaker_label,
    startMs: each.start_time * 1000,
    endMs: each.end_time * 1000,
    text: '',
  }))
  const byStart = [...segments].sort((a, b) => a.startMs - b.startMs)
  const left: Word[] = []
  let from = 0
  for (const word of words) {
    while (from < byStart.length - 1 && (byStart[from]?.endMs ?? 0) < word.startMs - 30_000) from++
    const running = byStart
      .slice(from, from + 200)
      .filter((segment) => segment.startMs <= word.startMs && word.startMs < segment.endMs)
    const home = running.find((segment) => segment.speakerKey === word.label) ?? running[0]
    if (home === undefined) left.push(word)
    else home.text = home.text === '' ? word.text : `${home.text} ${word.text}`
  }
  const lost = left.map(({ label, ...word }) => ({ ...word, speakerKey: label }))
  return [...segments, ...wordsToSegments(lost)]
}

export function readAwsTranscribe(read: z.infer<typeof awsTranscribeSchema>): Call {
  const { items, speaker_labels: labels, channel_labels: channels } = read.results
  const segments =
    channels != null
      ? channels.channels.flatMap((channel) =>
          wordsToSegments(
            wordsOf(channel.items).map(({ label: _, ...word }) => ({ ...word, speakerKey: channel.channel_label })),
          ),
        )
      : labels != null && labels.segments.length > 0
        ? joined(labels.segments, wordsOf(items))
        : wordsToSegments(wordsOf(items).map(({ label, ...word }) => ({ ...word, speakerKey: label })))
  const keys = new Set(segments.flatMap(({ speakerKey }) => (speakerKey === null ? [] : [speakerKey])))
  return callOf({
    source: 'aws-transcribe',
    id: read.jobName ?? null,
    segments,
    speakers: [...keys].map((key) => ({ key, name: null, side: null })),
  })
}
