/**
 * One lead's way through the stages: for each stage, in order, the epoch ms at which it was seen to enter, or null when it
 * never was. All paths of one cohort have the same stages; the first entry is the moment the lead was first met.
 */
export type Path = readonly (number | null)[]

/** The farthest stage the path reached, as an index; -1 when none. */
export function farthestStage(path: Path): number {
  for (let i = path.length - 1; i >= 0; i -= 1) if (seenAt(path, i) !== null) return i
  return -1
}

/**
 * Whether a stage was reached, and how one knows: `seen` in it; `passed`, that is inferred from a later stage (domain.md 1.4,
 * skipped stages: who reached j has passed every i < j); or `not`.
 */
export function standing(path: Path, stage: number): 'seen' | 'passed' | 'not' {
  if (seenAt(path, stage) !== null) return 'seen'
  return farthestStage(path) > stage ? 'passed' : 'not'
}

/**
 * The moment at which a stage was entered, epoch ms. For a stage that was passed unseen it is the latest moment possible:
 * the first later stage that was seen. Null when not reached.
 */
export function enteredAt(path: Path, stage: number): number | null {
  for (let i = stage; i < path.length; i += 1) {
    const at = seenAt(path, i)
    if (at !== null) return at
  }
  return null
}

/** The moment of being seen in exactly this stage, epoch ms, or null. */
export function seenAt(path: Path, stage: number): number | null {
  return path[stage] ?? null
}
