import { parseTimestamp } from './parse-timestamp.ts'
import type { TranscriptIssue } from './transcript.ts'

/** One block of a subtitle file: when, and its lines as written. */
export type Cue = { line: number; startMs: number; endMs: number; lines: string[] }

const ARROW = /^\s*(\S+)\s+-->\s+(\S+)/

/**
 * The cues of WebVTT or SRT, which differ in little: an arrow between two times opens a cue, a blank line ends it. What
 * stands between cues (numbers, ids, NOTE, STYLE and REGION blocks) is passed over. A cue with an impossible time is an
 * issue that keeps its text.
 */
export function readCues(text: string): { cues: Cue[]; issues: TranscriptIssue[] } {
  const lines = text.split(/\r\n|\r|\n/)
  const cues: Cue[] = []
  const issues: TranscriptIssue[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^(NOTE|STYLE|REGION)(\s|$)/.test(line)) {
      while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '') at++
      continue
    }
    if (!line.includes('-->')) continue
    const found = ARROW.exec(line)
    const opened = at + 1
    const payload: string[] = []
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '' && !(lines[at + 1] ?? '').includes('-->')) {
      at++
      payload.push(lines[at] ?? '')
    }
    // An arrow straight after a payload means that a blank line is missing: what stood above it was the next cue's id.
    if ((lines[at + 1] ?? '').includes('-->') && isCueId(payload.at(-1))) payload.pop()
    const startMs = parseTimestamp(found?.[1] ?? '')
    const endMs = parseTimestamp(found?.[2] ?? '')
    if (startMs === null || endMs === null)
      issues.push({ line: opened, what: `"${line.trim()}" is not a pair of times`, text: payload.join('\n') })
    else if (endMs < startMs)
      issues.push({ line: opened, what: `"${line.trim()}" ends before it starts`, text: payload.join('\n') })
    else cues.push({ line: opened, startMs, endMs, lines: payload })
  }
  return { cues, issues }
}

function isCueId(line: string | undefined): boolean {
  return line !== undefined && /^\s*(\d+|[0-9a-f-]{36}(\/\S+)?)\s*$/i.test(line)
}
