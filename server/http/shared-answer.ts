/** Answers that several callers got at once, with their text: it is checked and written once for all of them. */
const texts = new WeakMap<object, string | null>()

type Runs = { running: Promise<unknown>; next: Promise<unknown> | null }
const runs = new WeakMap<object, Map<string, Runs>>()

function runsOf(house: object): Map<string, Runs> {
  const before = runs.get(house)
  if (before !== undefined) return before
  const made = new Map<string, Runs>()
  runs.set(house, made)
  return made
}

/**
 * An answer that is the same for everybody who asks this (`key`) of a house. Nobody is given what was begun before they asked, so it
 * is never older than their question; but of many who ask while it is being found, all get the one that is found next.
 */
export function sharedAnswer<T extends object>(house: object, key: string, find: () => Promise<T>): Promise<T> {
  const all = runsOf(house)
  const found = (): Promise<T> => find().then(withKeptText)
  const begin = (): Promise<T> => {
    const running = found()
    const mine: Runs = { running, next: null }
    all.set(key, mine)
    const over = (): void => {
      if (all.get(key) === mine && mine.next === null) all.delete(key)
    }
    running.then(over, over)
    return running
  }
  const before = all.get(key)
  if (before === undefined) return begin()
  before.next ??= before.running.then(begin, begin)
  // What runs under a key was begun by the same reader.
  return before.next as unknown as Promise<T>
}

/** An answer that is given out more than once: its text is made with the first. */
export function withKeptText<T extends object>(answer: T): T {
  if (!texts.has(answer)) texts.set(answer, null)
  return answer
}

/** The text of an answer: of a shared one the same for everybody. */
export function textOf(answer: unknown, write: () => string): string {
  if (typeof answer !== 'object' || answer === null || !texts.has(answer)) return write()
  const before = texts.get(answer) ?? null
  if (before !== null) return before
  const text = write()
  texts.set(answer, text)
  return text
}
