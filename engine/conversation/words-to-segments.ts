import type { Segment } from './transcript.ts'

export type TimedWord = { speakerKey: string | null; startMs: number; endMs: number; text: string }

/** Words as segments: a new one where the speaker changes or a second passes in silence. */
export function wordsToSegments(words: readonly TimedWord[]): Segment[] {
  const segments: Segment[] = []
  for (const word of words) {
    const last = segments.at(-1)
    if (last !== undefined && last.speakerKey === word.speakerKey && word.startMs - last.endMs <= 1000) {
      last.text = `${last.text} ${word.text}`
      last.endMs = Math.max(last.endMs, word.endMs)
    } else segments.push({ ...word })
  }
  return segments
}
