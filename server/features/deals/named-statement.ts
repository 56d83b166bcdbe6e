const names = new Map<string, string>()
/** Shapes of questions are many, those that are asked every day are few. */
const MOST = 200

/** A statement that connections prepare once, under a name of its own; beyond so many it is planned anew each time. */
export function named(text: string, values: unknown[]): { name?: string; text: string; values: unknown[] } {
  const known = names.get(text)
  if (known !== undefined) return { name: known, text, values }
  if (names.size >= MOST) return { text, values }
  const name = `deals ${names.size}`
  names.set(text, name)
  return { name, text, values }
}
