import { callOf } from './call-of.ts'
import { namedSpeakers } from './named-speakers.ts'
import { readCues } from './read-cues.ts'
import { refuseTranscript } from './refuse-transcript.ts'
import { segmentsOfCues } from './speakers-of-cues.ts'
import type { ReadTranscripts } from './transcript.ts'

/** Reads WebVTT (W3C; as Teams and Zoom write it) or SRT. Cues without words keep their time. */
export function readSubtitles(text: string, source: 'webvtt' | 'srt'): ReadTranscripts {
  const { cues, issues } = readCues(text)
  if (cues.length === 0) {
    const [first] = issues
    return first === undefined
      ? refuseTranscript('the file holds no line with two times', 'export the transcript again, as WebVTT or SRT')
      : refuseTranscript(first.what, 'write times as 00:01:02.500 --> 00:01:04.000', first.line)
  }
  const segments = segmentsOfCues(cues)
  return { ok: true, transcripts: [callOf({ source, segments, speakers: namedSpeakers(segments), issues })] }
}
