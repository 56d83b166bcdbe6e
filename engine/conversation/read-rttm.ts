import { callOf } from './call-of.ts'
import { namedSpeakers } from './named-speakers.ts'
import { refuseTranscript } from './refuse-transcript.ts'
import type { ReadTranscripts, Segment, TranscriptIssue } from './transcript.ts'

/** Reads RTTM (NIST; pyannote writes it): `SPEAKER file channel start duration <NA> <NA> label ...`, seconds, no text. */
export function readRttm(text: string): ReadTranscripts {
  const segments: Segment[] = []
  const issues: TranscriptIssue[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const fields = line.trim().split(/\s+/)
    if (fields[0] !== 'SPEAKER') continue
    const [startS, lengthS] = [Number(fields[3]), Number(fields[4])]
    const label = fields[7]
    if (!(startS >= 0) || !(lengthS >= 0) || label === undefined)
      issues.push({ line: index + 1, what: 'not a start, a duration and a speaker', text: line })
    else segments.push({ speakerKey: label, startMs: startS * 1000, endMs: (startS + lengthS) * 1000, text: '' })
  }
  if (segments.length === 0)
    return refuseTranscript(
      'no SPEAKER line has a start, a duration and a speaker',
      'write lines such as: SPEAKER call 1 0.50 2.25 <NA> <NA> anna <NA> <NA>',
      issues[0]?.line ?? 1,
    )
  return { ok: true, transcripts: [callOf({ source: 'rttm', segments, speakers: namedSpeakers(segments), issues })] }
}
