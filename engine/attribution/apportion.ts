/**
 * Divides whole minor units of money by shares, so that the parts are whole and sum to `total` exactly: every part is rounded down,
 * and what is left goes, one each, to those that lost most (largest remainder, Hamilton 1792); among equals to the earlier.
 * `shares` are amounts that sum to about `total`; the first `count` of them are used. A negative total is a refund and divides likewise.
 */
export function apportion(total: number, shares: ArrayLike<number>, count: number = shares.length): Float64Array {
  const parts = new Float64Array(count)
  apportionInto(total, shares, count, parts)
  return parts
}

/** The same, writing to the first `count` places of `parts`. */
export function apportionInto(total: number, shares: ArrayLike<number>, count: number, parts: Float64Array): void {
  const isSmall = count <= SMALL
  let left = total
  for (let i = 0; i < count; i += 1) {
    const exact = settled(shares[i] ?? 0)
    const whole = Math.floor(exact)
    parts[i] = whole
    if (isSmall) lost[i] = Math.round((exact - whole) * 1e9)
    left -= whole
  }
  if (left === 0) return
  if (left > 0 && left <= count && isSmall) takeTurns(left, count, parts)
  else sortTurns(left, shares, count, parts)
}

const SMALL = 24
const lost = new Float64Array(SMALL)

// 33.99999999999999 is 34 that lost its way; without this, rounding errors would decide who gets the last cent.
function settled(value: number): number {
  const near = Math.round(value)
  return Math.abs(value - near) <= 1e-9 + 1e-13 * Math.abs(value) ? near : value
}

function remainder(value: number): number {
  const exact = settled(value)
  return Math.round((exact - Math.floor(exact)) * 1e9)
}

function takeTurns(left: number, count: number, parts: Float64Array): void {
  for (let turn = 0; turn < left; turn += 1) {
    let best = 0
    let most = -1
    for (let i = 0; i < count; i += 1) {
      const own = lost[i] ?? 0
      if (own > most) {
        most = own
        best = i
      }
    }
    lost[best] = -1
    parts[best] = (parts[best] ?? 0) + 1
  }
}

function sortTurns(left: number, shares: ArrayLike<number>, count: number, parts: Float64Array): void {
  if (count === 0) return
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => remainder(shares[b] ?? 0) - remainder(shares[a] ?? 0) || a - b,
  )
  // More than one each is left only when the shares do not sum to the total: then everybody gets the same on top.
  const each = Math.floor(left / count)
  const extra = left - each * count
  for (const [turn, i] of order.entries()) parts[i] = (parts[i] ?? 0) + each + (turn < extra ? 1 : 0)
}
