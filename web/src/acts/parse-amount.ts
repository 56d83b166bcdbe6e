/** Reads an amount as people write it ("12 400,50", "12,400.50", "12.4") into cents; null when it is no amount. */
export function parseAmount(written: string): number | null {
  const plain = written.replace(/[\s\u00a0\u202f'’€$£]/g, '')
  if (!/^\d[\d.,]*$/.test(plain)) return null
  const lastSign = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'))
  const decimals = lastSign < 0 ? '' : plain.slice(lastSign + 1)
  const hasDecimals = lastSign >= 0 && decimals.length > 0 && decimals.length <= 2
  const whole = (hasDecimals ? plain.slice(0, lastSign) : plain).replace(/[.,]/g, '')
  const cents = Number(whole) * 100 + (hasDecimals ? Number(decimals.padEnd(2, '0')) : 0)
  return Number.isSafeInteger(cents) ? cents : null
}
