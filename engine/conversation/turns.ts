import type { Call, Side } from './transcript.ts'

/** Who is on our side: by key, else what the source says, else unknown. */
export type Sides = ReadonlyMap<string, Side>

/** Segments of one speaker with nobody else starting in between. `speechMs` sums the segments, the span may hold pauses. */
export type Turn = { speakerKey: string; side: Side; startMs: number; endMs: number; speechMs: number; text: string }

/** A call's turns in order of their start. Segments without length are left out of them (domain.md 6.1). */
export function turnsOf(call: Call, sides: Sides): Turn[] {
  const turns: Turn[] = []
  for (const segment of call.segments) {
    const lengthMs = segment.endMs - segment.startMs
    if (lengthMs <= 0) continue
    const speakerKey = segment.speakerKey ?? ''
    const last = turns.at(-1)
    if (last !== undefined && last.speakerKey === speakerKey) {
      last.endMs = Math.max(last.endMs, segment.endMs)
      last.speechMs += lengthMs
      last.text = `${last.text} ${segment.text}`.trim()
    } else {
      const side = sides.get(speakerKey) ?? 'unknown'
      const { startMs, endMs, text } = segment
      turns.push({ speakerKey, side, startMs, endMs, speechMs: lengthMs, text })
    }
  }
  return turns
}
