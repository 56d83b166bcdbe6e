/** How many seconds' worth may be used at once after a calm. */
const SAVED_S = 4

/** Lets through so many a second. The returned function says whether `count` more may pass now, and takes them if so. */
export function allowance(aSecond: number, nowMs: () => number = () => performance.now()): (count: number) => boolean {
  const most = aSecond * SAVED_S
  let left = most
  let atMs = nowMs()
  return (count) => {
    const now = nowMs()
    left = Math.min(most, left + ((now - atMs) / 1_000) * aSecond)
    atMs = now
    if (left < count) return false
    left -= count
    return true
  }
}
