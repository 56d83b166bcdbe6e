import { randomBytes, randomFillSync } from 'node:crypto'

const POOL = Buffer.alloc(6 * 1_024)
let used = POOL.length
/** Begins somewhere in the lower half, so that it turns over after two thousand million ids at the earliest. */
let made = randomBytes(4).readUInt32BE() >>> 1

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * A UUID version 7 (RFC 9562, method 1): the time in ms, then a counter, then chance. Ids made by one process for one ms sort as they
 * were made, and rows made together lie together.
 */
export function newId(atMs: number): string {
  if (used === POOL.length) {
    randomFillSync(POOL)
    used = 0
  }
  const at = used
  used += 6
  made = (made + 1) >>> 0
  const time = Math.floor(atMs).toString(16).padStart(12, '0')
  const chance = (offset: number): string => HEX[POOL[at + offset] ?? 0] ?? '00'
  const hex = (byte: number): string => HEX[byte] ?? '00'
  const version = hex((made >>> 28) | 0x70) + hex((made >>> 20) & 0xff)
  const variant = hex(((made >>> 14) & 0x3f) | 0x80) + hex((made >>> 6) & 0xff)
  const low = hex(((made & 0x3f) << 2) | ((POOL[at] ?? 0) & 0x03))
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${low}${chance(1)}${chance(2)}${chance(3)}${chance(4)}${chance(5)}`
}
