import { callOf } from './call-of.ts'
import { namedSpeakers } from './named-speakers.ts'
import { parseTimestamp } from './parse-timestamp.ts'
import type { ReadTranscripts, Segment } from './transcript.ts'

const HEAD = /^(\p{L}[^\n:]{0,78}?)\s{1,8}((?:\d{1,2}:)?\d{1,2}:\d{2})\s*$/u

/** Whether a text reads like an Otter export: lines of a name and a time, each above a paragraph. */
export function looksLikeOtter(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return lines.some((line) => HEAD.test(line.trim()) && line !== lines.at(-1))
}

/**
 * Reads Otter's text export. It gives no end times, so that a turn ends where the next begins, and the last one lasts as
 * long as its words take at 150 a minute; both are estimates of speech and the first is an upper bound.
 */
export function readOtter(text: string): ReadTranscripts {
  const segments: Segment[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const head = HEAD.exec(line.trim())
    const startMs = head === null ? null : parseTimestamp(head[2] ?? '')
    if (head !== null && startMs !== null)
      segments.push({ speakerKey: (head[1] ?? '').trim(), startMs, endMs: startMs, text: '' })
    else {
      const last = segments.at(-1)
      if (last !== undefined && line.trim() !== '') last.text = `${last.text} ${line.trim()}`.trim()
    }
  }
  segments.forEach((segment, place) => {
    const next = segments[place + 1]
    const spokenMs = Math.round((segment.text.split(/\s+/).length / 150) * 60_000)
    segment.endMs = next === undefined ? segment.startMs + spokenMs : Math.max(segment.startMs, next.startMs)
  })
  return { ok: true, transcripts: [callOf({ source: 'otter', segments, speakers: namedSpeakers(segments) })] }
}
