/** Somebody's turn at a moment. Of two at the same moment the one with the smaller key comes first. */
export type Turn<T> = { at: number; key: string; item: T }

export type TurnQueue<T> = {
  add(turn: Turn<T>): void
  /** The earliest, left in the queue; undefined when it is empty. */
  first(): Turn<T> | undefined
  take(): Turn<T> | undefined
}

function isBefore<T>(a: Turn<T>, b: Turn<T>): boolean {
  return a.at === b.at ? a.key < b.key : a.at < b.at
}

/** Turns in order of time (binary heap). */
export function turnQueue<T>(): TurnQueue<T> {
  const heap: Turn<T>[] = []
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]]
    if (one === undefined || other === undefined) return
    heap[a] = other
    heap[b] = one
  }
  const before = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    return one !== undefined && other !== undefined && isBefore(one, other)
  }
  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = at * 2 + 1
      const least = before(left + 1, left) ? left + 1 : left
      if (!before(least, at)) return
      swap(at, least)
      at = least
    }
  }
  return {
    add(turn) {
      heap.push(turn)
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!before(at, parent)) return
        swap(at, parent)
        at = parent
      }
    },
    first: () => heap[0],
    take() {
      const first = heap[0]
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) {
        heap[0] = last
        sink()
      }
      return first
    },
  }
}
