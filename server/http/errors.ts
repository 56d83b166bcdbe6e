import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEMS, Problem, type ProblemCode } from './problem.ts'

const TITLES: Record<ProblemCode, string> = {
  'bad-request': 'This request does not fit',
  'not-signed-in': 'Not signed in',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  conflict: 'It has changed meanwhile',
  'too-large': 'Too large',
  'wrong-kind-of-file': 'Wrong kind of file',
  refused: 'The agreement or a rule refuses this',
  'too-many-requests': 'Too many requests',
  'not-ready': 'Not ready',
}

/** The problem an unknown error is. Only the server's own faults stay 500, without telling how it is built. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (typeof error !== 'object' || error === null) return null
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  const message = 'message' in error ? String(error.message) : ''
  if (status === 413)
    return new Problem('too-large', 'This is larger than is accepted here.', { mend: 'Send less at once.' })
  if (status === 415) return new Problem('bad-request', message, { mend: 'Send application/json.' })
  if (status === 429) return new Problem('too-many-requests', message, { mend: 'Wait a moment and try again.' })
  if (status >= 400 && status < 500) return new Problem('bad-request', message, { mend: 'Send well-formed JSON.' })
  const code = 'code' in error ? String(error.code) : ''
  if (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === 'ECONNREFUSED' ||
    code === 'ENOENT' ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  ) {
    return new Problem('not-ready', 'The database does not answer.', {
      mend: 'Try again in a few seconds. Nothing was changed.',
    })
  }
  // A value the database cannot read as what it should be, such as the mark of a page that somebody made up.
  if (/^22[0-9A-Z]{3}$/.test(code)) {
    return new Problem('bad-request', 'A value of this request cannot be read.', {
      mend: 'Send what an earlier answer gave. Nothing was changed.',
    })
  }
  if (code === '53100')
    return new Problem('not-ready', 'The disk of the database is full.', {
      mend: 'Free space on it; nothing of this request was stored.',
    })
  return null
}

/** What any error is answered with, as application/problem+json (RFC 9457). `onFault` hears of the server's own faults. */
export function problemAnswer(
  error: unknown,
  onFault: (error: unknown) => void,
): { status: number; headers: Record<string, string>; body: object } {
  const problem = problemOf(error)
  if (problem === null) onFault(error)
  const status = problem === null ? 500 : PROBLEMS[problem.code]
  const body = {
    type: `/docs/problems#${problem?.code ?? 'fault'}`,
    title: problem === null ? 'A fault of ours' : TITLES[problem.code],
    status,
    code: problem?.code ?? 'fault',
    detail: problem?.message ?? 'Ensemble failed here; nothing of this request was stored. The log says more.',
    ...(problem?.mend === undefined ? {} : { mend: problem.mend }),
    ...(problem === null || problem.errors.length === 0 ? {} : { errors: problem.errors }),
  }
  return { status, headers: status === 503 ? { 'retry-after': '5' } : {}, body }
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, headers, body } = problemAnswer(error, (fault) =>
    request.log.error({ err: fault, url: request.url }, 'request failed'),
  )
  return reply.code(status).headers(headers).type('application/problem+json').send(body)
}
