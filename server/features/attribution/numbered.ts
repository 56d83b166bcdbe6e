/** Gives small whole numbers to byte strings, in the order they are met, without making a string of each row. */
export type Numbered = {
  numberOf(bytes: Buffer, start: number, length: number): number
}

/** `onNew` hears of each byte string once, and says its number; without it numbers are 0, 1, 2 ... */
export function numbered(onNew?: (bytes: Buffer) => number): Numbered {
  let slots = new Int32Array(1024).fill(-1)
  const kept: Buffer[] = []
  const hashes: number[] = []
  const numbers: number[] = []

  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (let i = 0; i < kept.length; i += 1) {
      let at = (hashes[i] ?? 0) & (slots.length - 1)
      while ((slots[at] ?? -1) >= 0) at = (at + 1) & (slots.length - 1)
      slots[at] = i
    }
  }
  const remember = (bytes: Buffer, start: number, length: number, hash: number, at: number): number => {
    const copy = Buffer.from(bytes.subarray(start, start + length))
    slots[at] = kept.length
    const number = onNew?.(copy) ?? kept.length
    kept.push(copy)
    hashes.push(hash)
    numbers.push(number)
    if (kept.length * 2 > slots.length) grow()
    return number
  }
  return {
    numberOf(bytes, start, length) {
      const hash = hashOf(bytes, start, length)
      const mask = slots.length - 1
      let at = hash & mask
      for (let i = slots[at] ?? -1; i >= 0; i = slots[at] ?? -1) {
        const known = kept[i]
        if (hashes[i] === hash && known?.length === length && isSame(known, bytes, start)) return numbers[i] ?? 0
        at = (at + 1) & mask
      }
      return remember(bytes, start, length, hash, at)
    },
  }
}

/** FNV over four bytes at a time, mixed at the end: the low bits are used. */
function hashOf(bytes: Buffer, start: number, length: number): number {
  let hash = 0x811c9dc5 ^ length
  const end = start + length
  let i = start
  for (; i + 4 <= end; i += 4)
    hash = Math.imul(
      hash ^ ((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24)),
      0x01000193,
    )
  for (; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

function isSame(known: Buffer, bytes: Buffer, start: number): boolean {
  for (let i = 0; i < known.length; i += 1) if (known[i] !== bytes[start + i]) return false
  return true
}
