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

  const place = (hash: number): number => (hash ^ (hash >>> 15)) & (slots.length - 1)
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (let i = 0; i < kept.length; i += 1) {
      let at = place(hashes[i] ?? 0)
      while ((slots[at] ?? -1) >= 0) at = (at + 1) & (slots.length - 1)
      slots[at] = i
    }
  }
  const find = (bytes: Buffer, start: number, length: number, hash: number): number => {
    let at = place(hash)
    for (let i = slots[at] ?? -1; i >= 0; i = slots[at] ?? -1) {
      const known = kept[i]
      if (hashes[i] === hash && known?.length === length && isSame(known, bytes, start, length)) return i
      at = (at + 1) & (slots.length - 1)
    }
    return -1 - at
  }
  return {
    numberOf(bytes, start, length) {
      const hash = hashOf(bytes, start, length)
      const found = find(bytes, start, length, hash)
      if (found >= 0) return numbers[found] ?? 0
      const copy = Buffer.from(bytes.subarray(start, start + length))
      slots[-1 - found] = kept.length
      const number = onNew?.(copy) ?? kept.length
      kept.push(copy)
      hashes.push(hash)
      numbers.push(number)
      if (kept.length * 2 > slots.length) grow()
      return number
    },
  }
}

function hashOf(bytes: Buffer, start: number, length: number): number {
  let hash = 0x811c9dc5 ^ length
  for (let i = start; i < start + length; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return hash
}

function isSame(known: Buffer, bytes: Buffer, start: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (known[i] !== bytes[start + i]) return false
  return true
}
