/**
 * The touch that led to a milestone (lead created, opportunity opened): the last one at or before it, as a place among the touches
 * from `from` to `end` (excluded), whose times ascend. -1 when none was before. Source: HubSpot's lead-creation and deal-creation models.
 */
export function milestoneTouch(times: ArrayLike<number>, from: number, end: number, atMs: number): number {
  let low = from
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= atMs) low = middle + 1
    else high = middle
  }
  return low === from ? -1 : low - 1 - from
}
