type Shared<T> = { running: Promise<T> | null; next: Promise<T> | null }

/** Work that all who ask while it runs get from the one run that begins after they asked: nobody is given what was true before. */
export function shareNext<T>(work: () => Promise<T>): { ask(): Promise<T>; isIdle(): boolean } {
  const here: Shared<T> = { running: null, next: null }
  const begin = (): Promise<T> => {
    const running = work().finally(() => {
      here.running = null
    })
    here.running = running
    return running
  }
  return {
    ask() {
      if (here.running === null) return begin()
      here.next ??= here.running
        .catch(() => undefined)
        .then(() => {
          here.next = null
          // One that somebody began in between began after this was asked.
          return here.running ?? begin()
        })
      return here.next
    },
    isIdle: () => here.running === null && here.next === null,
  }
}

/** The same for questions by name, for each database: the list that a whole team has open is read once at a time. */
export function shareAnswers<T>(): (db: object, question: string, work: () => Promise<T>) => Promise<T> {
  const all = new WeakMap<object, Map<string, ReturnType<typeof shareNext<T>>>>()
  return async (db, question, work) => {
    const here = all.get(db) ?? new Map<string, ReturnType<typeof shareNext<T>>>()
    all.set(db, here)
    const shared = here.get(question) ?? shareNext(work)
    here.set(question, shared)
    try {
      return await shared.ask()
    } finally {
      if (shared.isIdle() && here.get(question) === shared) here.delete(question)
    }
  }
}
