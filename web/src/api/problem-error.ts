/** One place that is wrong, as the server names it. */
export type ProblemPlace = { where: string; what: string; mend?: string }

/** A refusal with what is wrong and what to do: RFC 9457 from the server, or `offline` when it did not answer. */
export class ProblemError extends Error {
  readonly code: string
  readonly status: number
  readonly mend: string | null
  readonly places: ProblemPlace[]

  constructor(code: string, status: number, message: string, mend: string | null, places: ProblemPlace[]) {
    super(message)
    this.name = 'ProblemError'
    this.code = code
    this.status = status
    this.mend = mend
    this.places = places
  }
}

function textIn(value: object, key: string): string | null {
  const found = Object.entries(value).find(([name]) => name === key)?.[1]
  return typeof found === 'string' ? found : null
}

function placesIn(value: object): ProblemPlace[] {
  const errors: unknown = 'errors' in value ? value.errors : null
  if (!Array.isArray(errors)) return []
  return errors.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return []
    const mend = textIn(one, 'mend')
    return [{ where: textIn(one, 'where') ?? '', what: textIn(one, 'what') ?? '', ...(mend === null ? {} : { mend }) }]
  })
}

/** The problem an unsuccessful answer carries. A body that is not a problem document still gives one. */
export function problemFrom(body: unknown, status: number): ProblemError {
  if (typeof body !== 'object' || body === null) return new ProblemError('fault', status, '', null, [])
  const message = textIn(body, 'detail') ?? textIn(body, 'title') ?? textIn(body, 'message') ?? ''
  return new ProblemError(textIn(body, 'code') ?? 'fault', status, message, textIn(body, 'mend'), placesIn(body))
}
