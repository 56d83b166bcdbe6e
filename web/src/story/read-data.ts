export type Data = Record<string, unknown>

/** A text in a fact's or decision's data; null when it is absent or empty. */
export function textOf(data: Data, key: string): string | null {
  const value = data[key]
  return typeof value === 'string' && value !== '' ? value : null
}

export function numberOf(data: Data, key: string): number | null {
  const value = data[key]
  return typeof value === 'number' ? value : null
}

export function flagOf(data: Data, key: string): boolean | null {
  const value = data[key]
  return typeof value === 'boolean' ? value : null
}

/** A record inside the data; empty when it is absent. */
export function recordOf(data: Data, key: string): Data {
  const value = data[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The records of a list inside the data. */
export function recordsOf(data: Data, key: string): Data[] {
  const value: unknown = data[key]
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => (typeof one === 'object' && one !== null ? [{ ...one }] : []))
}

/** The texts of a list, or the one text, inside the data. */
export function textsOf(data: Data, key: string): string[] {
  const value: unknown = data[key]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
