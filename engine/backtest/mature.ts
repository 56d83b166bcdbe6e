import { quantile } from '../stats/quantile.ts'
import type { ScoreTrack } from './score-track.ts'

const DAY_MS = 86_400_000

/**
 * Which leads of a cohort have had the time most wins take: the third quartile of the days from first contact to the win
 * (domain.md 2.2). Without a single win every lead counts as matured.
 */
export function matureOf(
  { openedAt, wonAt }: Pick<ScoreTrack, 'openedAt' | 'wonAt'>,
  cohort: Uint32Array,
  untilMs: number,
): { isMature: Uint8Array; maturityDays: number | null } {
  const cycles: number[] = []
  for (const person of cohort) {
    const days = ((wonAt[person] ?? Number.NaN) - (openedAt[person] ?? 0)) / DAY_MS
    if (!Number.isNaN(days)) cycles.push(days)
  }
  const maturityDays = quantile(cycles, 0.75)
  return {
    isMature: Uint8Array.from(cohort, (person) =>
      (untilMs - (openedAt[person] ?? 0)) / DAY_MS >= (maturityDays ?? 0) ? 1 : 0,
    ),
    maturityDays,
  }
}
