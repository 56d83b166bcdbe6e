import type { TranscriptProblem } from './transcript.ts'

export function refuseTranscript(
  what: string,
  mend: string,
  line: number | null = null,
): { ok: false; problem: TranscriptProblem } {
  return { ok: false, problem: { line, what, mend } }
}
