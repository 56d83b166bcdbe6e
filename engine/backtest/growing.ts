/** A column that grows by doubling. */
export type Growing<T> = { push(value: number): void; length(): number; finish(): T }

/** A growing column of numbers that must keep every digit, such as moments and points. */
export function growingFloats(): Growing<Float64Array> {
  let column = new Float64Array(1024)
  let size = 0
  return {
    push(value) {
      if (size === column.length) {
        const wider = new Float64Array(size * 2)
        wider.set(column)
        column = wider
      }
      column[size++] = value
    },
    length: () => size,
    finish: () => column.subarray(0, size),
  }
}

/** A growing column of whole numbers from 0 to 2^32 - 1. */
export function growingNumbers(): Growing<Uint32Array> {
  let column = new Uint32Array(1024)
  let size = 0
  return {
    push(value) {
      if (size === column.length) {
        const wider = new Uint32Array(size * 2)
        wider.set(column)
        column = wider
      }
      column[size++] = value
    },
    length: () => size,
    finish: () => column.subarray(0, size),
  }
}
