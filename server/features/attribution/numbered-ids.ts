const ID_BYTES = 16

/** Gives numbers 0, 1, 2 ... to ids of sixteen bytes in the order they are met. They lie in one piece: millions weigh little. */
export type NumberedIds = {
  numberOf(bytes: Uint8Array, start: number): number
  count(): number
  /** The id of a number as text; empty when there is no such number. */
  textOf(number: number): string
}

export function numberedIds(): NumberedIds {
  let slots = new Int32Array(1 << 12).fill(-1)
  let kept = Buffer.alloc(ID_BYTES << 11)
  let count = 0
  // What somebody did in one visit mostly lies together.
  let last = -1

  const isAt = (number: number, bytes: Uint8Array, start: number): boolean => {
    const from = number * ID_BYTES
    // Ids differ at their end, which is chance.
    for (let i = ID_BYTES - 1; i >= 0; i -= 1) if (kept[from + i] !== bytes[start + i]) return false
    return true
  }
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (let number = 0; number < count; number += 1) {
      let at = hashOf(kept, number * ID_BYTES) & (slots.length - 1)
      while ((slots[at] ?? -1) >= 0) at = (at + 1) & (slots.length - 1)
      slots[at] = number
    }
  }
  return {
    numberOf(bytes, start) {
      if (last >= 0 && isAt(last, bytes, start)) return last
      const mask = slots.length - 1
      let at = hashOf(bytes, start) & mask
      for (let number = slots[at] ?? -1; number >= 0; number = slots[at] ?? -1) {
        if (isAt(number, bytes, start)) {
          last = number
          return number
        }
        at = (at + 1) & mask
      }
      slots[at] = count
      if ((count + 1) * ID_BYTES > kept.length) kept = Buffer.concat([kept, Buffer.alloc(kept.length)])
      kept.set(bytes.subarray(start, start + ID_BYTES), count * ID_BYTES)
      count += 1
      if (count * 2 > slots.length) grow()
      last = count - 1
      return last
    },
    count: () => count,
    textOf: (number) =>
      number < 0 || number >= count
        ? ''
        : kept
            .toString('hex', number * ID_BYTES, (number + 1) * ID_BYTES)
            .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  }
}

function hashOf(bytes: Uint8Array, start: number): number {
  const word = (at: number): number =>
    ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
  const mixed =
    Math.imul(word(start) ^ word(start + 12), 0x9e3779b1) ^ Math.imul(word(start + 4) ^ word(start + 8), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
