import type { Call, TranscriptProblem } from './transcript.ts'

const LONGEST_MS = 8 * 3600 * 1000
/** Reading aloud takes about 150 words, 900 characters, a minute. */
const MS_PER_CHARACTER = 60_000 / 900

/**
 * Whether a call's times can be what their format says. Seconds taken for milliseconds make a call of 300 hours, or one a
 * thousand times too short: longer than eight hours, or under a fiftieth of the time its text takes to say, is refused
 * rather than guessed at (domain.md 6.3).
 */
export function checkUnits(call: Call): TranscriptProblem | null {
  const hours = call.durationMs / 3_600_000
  const mend = 'check whether its times are seconds or milliseconds, and that the file holds one call only'
  if (call.durationMs > LONGEST_MS)
    return {
      line: null,
      what: `read as ${call.source}, this call would last ${Math.round(hours)} hours; eight is the limit`,
      mend,
    }
  const characters = call.segments.reduce((sum, segment) => sum + segment.text.length, 0)
  const spokenMs = characters * MS_PER_CHARACTER
  if (call.durationMs < spokenMs / 50)
    return {
      line: null,
      what: `read as ${call.source}, this call lasts ${(call.durationMs / 1000).toFixed(1)} seconds for a text of ${Math.max(1, Math.round(spokenMs / 60_000))} minutes`,
      mend,
    }
  return null
}
