import type { Answers } from './field.ts'

const MOST_FIELDS = 60
const LONGEST = 4_000

/** The posted fields as text: trimmed, line ends made one, anything else than plain values left out. */
export function readAnswers(body: unknown): Answers {
  if (typeof body !== 'object' || body === null) return {}
  const answers: Record<string, string> = {}
  for (const [name, value] of Object.entries(body).slice(0, MOST_FIELDS)) {
    const text = value === true ? 'yes' : typeof value === 'number' ? String(value) : value
    if (typeof text === 'string') answers[name] = text.replaceAll('\r\n', '\n').trim().slice(0, LONGEST).toWellFormed()
  }
  return answers
}
