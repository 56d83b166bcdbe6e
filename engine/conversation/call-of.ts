import type { Call, Segment, Speaker, TranscriptIssue, TranscriptSource } from './transcript.ts'

type Parts = {
  source: TranscriptSource
  id?: string | null
  segments: readonly Segment[]
  speakers: readonly Speaker[]
  issues?: readonly TranscriptIssue[]
  /** What the source says of the recording's length; without it the last word ends the call. */
  durationMs?: number | null
}

/** A call in the one shape all sources are brought to: segments by start, then end; integer ms; a length of at least the last word. */
export function callOf(parts: Parts): Call {
  const segments = parts.segments
    .map((segment) => ({
      speakerKey: segment.speakerKey,
      startMs: Math.round(segment.startMs),
      endMs: Math.round(segment.endMs),
      text: segment.text.normalize('NFC').trim(),
    }))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
  const lastMs = segments.reduce((last, segment) => Math.max(last, segment.endMs), 0)
  return {
    kind: 'call',
    source: parts.source,
    id: parts.id ?? null,
    durationMs: Math.max(lastMs, Math.round(parts.durationMs ?? 0)),
    segments,
    speakers: [...parts.speakers],
    issues: [...(parts.issues ?? [])],
  }
}
