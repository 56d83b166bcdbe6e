const NAMES = /(?:^|[{\s,"'])([A-Z][A-Za-z]?\d{1,4})["']?\s*:/gm

/** Every clause name that a text gives, in whatever state the text is. */
export function clauseNamesIn(source: string): Set<string> {
  return new Set([...source.matchAll(NAMES)].flatMap(([, name]) => (name === undefined ? [] : [name])))
}

/** The next name of a kind that was never given: after F1 and F7 comes F8, so that a decision by F3 never means two clauses. */
export function nextClauseName(prefix: string, taken: ReadonlySet<string>): string {
  let last = 0
  for (const name of taken) {
    const number = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN
    if (Number.isInteger(number) && number > last) last = number
  }
  return `${prefix}${last + 1}`
}
