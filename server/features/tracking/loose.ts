export type Loose = Record<string, unknown>
export type Scalars = Record<string, string | number | boolean | null>

const MOST_FIELDS = 100

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A group of fields below a field, or an empty one. */
export function group(of: Loose | null | undefined, name: string): Loose {
  const inner = of?.[name]
  return isLoose(inner) ? inner : {}
}

/** The first of several names that holds text (numbers are read as text), cut to what a fact may hold. */
export function textIn(of: Loose | null | undefined, names: readonly string[], max = 200): string | undefined {
  for (const name of names) {
    const value = of?.[name]
    if (typeof value === 'number' && Number.isFinite(value)) return String(value)
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, max).toWellFormed()
  }
  return undefined
}

/** A whole number of zero or more, also when written as text. */
export function countIn(of: Loose | null | undefined, names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = of?.[name]
    const number = typeof value === 'string' ? Number(value.replaceAll(/[\s,]/g, '') || Number.NaN) : value
    if (typeof number === 'number' && number >= 0 && number <= 2_000_000_000) return Math.round(number)
  }
  return undefined
}

/** Plain values under dotted names, at most a hundred; lists are joined. */
export function scalarsOf(value: Loose, except: readonly string[] = []): Scalars {
  const out: Scalars = {}
  const rest: [string, unknown][] = Object.entries(value)
    .filter(([name]) => !except.includes(name))
    .reverse()
  for (let one = rest.pop(); one !== undefined && Object.keys(out).length < MOST_FIELDS; one = rest.pop()) {
    const [name, inner] = one
    if (name === '' || name.length > 100) continue
    if (typeof inner === 'string') out[name] = inner.slice(0, 4_000).toWellFormed()
    else if (inner === null || typeof inner === 'boolean') out[name] = inner
    else if (typeof inner === 'number') out[name] = inner
    else if (Array.isArray(inner))
      out[name] = inner
        .filter((item) => typeof item !== 'object')
        .join(', ')
        .slice(0, 4_000)
        .toWellFormed()
    else if (isLoose(inner))
      rest.push(
        ...Object.entries(inner)
          .map(([key, item]): [string, unknown] => [`${name}.${key}`, item])
          .reverse(),
      )
  }
  return out
}
