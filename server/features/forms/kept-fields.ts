import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Answers } from './field.ts'

/** Fields of the address that say where somebody came from. They travel hidden in the form. */
const MARKS = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'gclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'fbclid',
  'li_fat_id',
  'ttclid',
  'twclid',
]
const OTHERS = ['referrer', 'landing', 'aid', 'lang', 'submission']

/** What the form carries unseen at its first showing: the marks of its address, the page before, and an id of this submission. */
export function keptAtFirst(request: FastifyRequest): Record<string, string> {
  const query: object = typeof request.query === 'object' && request.query !== null ? request.query : {}
  const asked = new Map(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  return onlyKept({ referrer: request.headers.referer ?? '', ...Object.fromEntries(asked), submission: randomUUID() })
}

/** The same fields from an answered form, for showing it again. */
export function onlyKept(answers: Answers): Record<string, string> {
  return Object.fromEntries(
    [...MARKS, ...OTHERS].flatMap((name) => {
      const value = answers[name] ?? ''
      return value === '' ? [] : [[name, value.slice(0, 2_000).toWellFormed()]]
    }),
  )
}

/** The marks as the query of an address, so that the rule for touches reads them. */
export function marksAsQuery(answers: Answers): URLSearchParams {
  const query = new URLSearchParams()
  for (const mark of MARKS) if (answers[mark]) query.set(mark, answers[mark])
  return query
}
