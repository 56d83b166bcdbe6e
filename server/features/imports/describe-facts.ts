import type { IncomingFact } from '../facts/incoming.ts'

type Scalar = string | number | boolean | null

/** Facts told as named values for a preview: `person.name`, `touch.channel`, `form.submitted.name`. */
export function describeFacts(facts: readonly IncomingFact[]): Record<string, Scalar> {
  const told: Record<string, Scalar> = {}
  for (const { kind, at, touch, data } of facts) {
    if (kind !== 'person.identified') told[`${kind} at`] = new Date(at).toISOString()
    if (touch) add(told, 'touch', touch)
    add(told, kind === 'person.identified' ? '' : kind, data)
  }
  return told
}

function add(told: Record<string, Scalar>, name: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') told[name] = value
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) add(told, name === '' ? key : `${name}.${key}`, inner)
  }
}
