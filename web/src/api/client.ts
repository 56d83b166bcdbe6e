import createClient from 'openapi-fetch'
import { languageNow } from '../i18n/words.ts'
import { noteFirst, takeEarly } from './early.ts'
import { forgetAnswers, keepAnswer, keptAnswer } from './kept-answers.ts'
import { ProblemError, problemFrom } from './problem-error.ts'
import type { paths } from './schema.gen.ts'

async function fetchOrOffline(request: Request): Promise<Response> {
  request.headers.set('accept-language', languageNow())
  noteFirst(request)
  try {
    const answer = await (takeEarly(request) ?? fetch(request))
    // What is kept for later never stands in the way of what is shown now.
    keepAnswer(request, answer).catch(() => undefined)
    if (answer.status === 401) void forgetAnswers()
    return answer
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const kept = await keptAnswer(request).catch(() => null)
    if (kept !== null) return kept
    throw new ProblemError('offline', 0, '', null, [])
  }
}

/** The API, typed by its OpenAPI document. Use it through `take` or `done`, which throw a ProblemError. */
export const api = createClient<paths>({ baseUrl: '', fetch: fetchOrOffline })

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** The body of a successful answer. Throws a ProblemError otherwise. */
export async function take<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer
  if (!response.ok || data === undefined) throw problemFrom(error, response.status)
  return data
}

/** Waits for a call whose success has no body. Throws a ProblemError otherwise. */
export async function done(answer: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await answer
  if (!response.ok) throw problemFrom(error, response.status)
}
