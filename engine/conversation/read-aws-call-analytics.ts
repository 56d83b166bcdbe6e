import { z } from 'zod'
import { callOf } from './call-of.ts'
import type { Call, Side } from './transcript.ts'

/** Call Analytics itself: who takes part and each turn, in ms. */
export const awsCallAnalyticsSchema = z.object({
  JobName: z.string().nullish(),
  ConversationCharacteristics: z.object({ TotalConversationDurationMillis: z.number().nullish() }).nullish(),
  Transcript: z.array(
    z.object({
      ParticipantRole: z.string(),
      BeginOffsetMillis: z.number().min(0),
      EndOffsetMillis: z.number().min(0),
      Content: z.string(),
    }),
  ),
})

/** The same call after Amazon's post-call analytics: seconds, speakers labelled for display. */
export const awsPostCallSchema = z.object({
  ConversationAnalytics: z.object({
    GUID: z.string().nullish(),
    Duration: z.coerce.number().min(0).nullish(),
    SpeakerLabels: z.array(z.object({ Speaker: z.string(), DisplayText: z.string().nullish() })).nullish(),
  }),
  SpeechSegments: z.array(
    z.object({
      SegmentStartTime: z.coerce.number().min(0),
      SegmentEndTime: z.coerce.number().min(0),
      SegmentSpeaker: z.string().nullish(),
      DisplayText: z.string().nullish(),
      OriginalText: z.string().nullish(),
    }),
  ),
})

function sideOf(role: string | null): Side | null {
  if (role === null) return null
  if (/^agent/i.test(role)) return 'rep'
  return /^(customer|caller)/i.test(role) ? 'prospect' : null
}

export function readAwsCallAnalytics(read: z.infer<typeof awsCallAnalyticsSchema>): Call {
  const segments = read.Transcript.map((each) => ({
    speakerKey: each.ParticipantRole,
    startMs: each.BeginOffsetMillis,
    endMs: each.EndOffsetMillis,
    text: each.Content,
  }))
  const keys = [...new Set(segments.map(({ speakerKey }) => speakerKey))]
  return callOf({
    source: 'aws-call-analytics',
    id: read.JobName ?? null,
    segments,
    speakers: keys.map((key) => ({ key, name: key, side: sideOf(key) })),
    durationMs: read.ConversationCharacteristics?.TotalConversationDurationMillis ?? null,
  })
}

export function readAwsPostCall(read: z.infer<typeof awsPostCallSchema>): Call {
  const { GUID, Duration, SpeakerLabels } = read.ConversationAnalytics
  const segments = read.SpeechSegments.map((each) => ({
    speakerKey: each.SegmentSpeaker ?? null,
    startMs: each.SegmentStartTime * 1000,
    endMs: each.SegmentEndTime * 1000,
    text: each.DisplayText ?? each.OriginalText ?? '',
  }))
  const keys = new Set(segments.flatMap(({ speakerKey }) => (speakerKey === null ? [] : [speakerKey])))
  const speakers = [...keys].map((key) => {
    const name = SpeakerLabels?.find((label) => label.Speaker === key)?.DisplayText ?? null
    return { key, name, side: sideOf(name) }
  })
  const id = GUID == null || GUID === 'None' ? null : GUID
  return callOf({ source: 'aws-call-analytics', id, segments, speakers, durationMs: (Duration ?? 0) * 1000 })
}
