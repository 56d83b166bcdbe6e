/** How long something took, or has taken so far when it has not happened yet; any unit of time. */
export type Wait = { readonly time: number; readonly hasHappened: boolean }

export type SurvivalStep = { readonly time: number; readonly surviving: number; readonly atRisk: number }

/** Share for which it has not happened by each time at which it happened to someone: the Kaplan-Meier product-limit estimate (1958). */
export function kaplanMeier(waits: readonly Wait[]): SurvivalStep[] {
  const ordered = [...waits].sort((a, b) => a.time - b.time)
  const steps: SurvivalStep[] = []
  let surviving = 1
  for (let i = 0; i < ordered.length; ) {
    const time = ordered[i]?.time ?? 0
    const atRisk = ordered.length - i
    let happened = 0
    for (; i < ordered.length && ordered[i]?.time === time; i += 1) if (ordered[i]?.hasHappened) happened += 1
    if (happened === 0) continue
    surviving *= 1 - happened / atRisk
    steps.push({ time, surviving, atRisk })
  }
  return steps
}

/** The time by which it has happened to `share` of all, waits still open counted fairly; null while fewer have got there. */
export function kaplanMeierQuantile(waits: readonly Wait[], share = 0.5): number | null {
  // Products of fractions such as 3/4 x 2/3 fall short of one half by rounding.
  const limit = 1 - share + 1e-12
  return kaplanMeier(waits).find((step) => step.surviving <= limit)?.time ?? null
}
