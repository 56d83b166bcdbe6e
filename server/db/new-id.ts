import { randomFillSync } from 'node:crypto'

const POOL = Buffer.alloc(16 * 512)
let used = POOL.length

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A UUID version 7 (RFC 9562): begins with the time in ms, so that rows made together lie together. */
export function newId(atMs: number): string {
  if (used === POOL.length) {
    randomFillSync(POOL)
    used = 0
  }
  const at = used
  used += 16
  const time = Math.floor(atMs).toString(16).padStart(12, '0')
  const hex = (offset: number): string => HEX[POOL[at + offset] ?? 0] ?? '00'
  const version = HEX[((POOL[at] ?? 0) & 0x0f) | 0x70] ?? '70'
  const variant = HEX[((POOL[at + 2] ?? 0) & 0x3f) | 0x80] ?? '80'
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${hex(1)}-${variant}${hex(3)}-${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`
}
