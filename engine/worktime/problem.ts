/** Where a value stands in a written document: field names and list positions from the outside in. */
export type Path = readonly (string | number)[]

/** Something a person wrote that cannot be used: where, what is wrong, and what to write instead. */
export type Problem = { readonly path: Path; readonly message: string; readonly remedy: string }

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as a message quotes it: in quotation marks, at most 60 characters. */
export function quote(value: unknown): string {
  const text = typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`
}

/** A path as people write it: `hours.mon[1]`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}
