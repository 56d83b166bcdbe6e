import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { brokenText } from '../../http/broken-text.ts'
import { Problem, type ProblemPlace } from '../../http/problem.ts'

const SLACK_MS = 60_000
const OLDEST_MS = 86_400_000

function misfit(errors: ProblemPlace[]): Problem {
  return new Problem('bad-request', 'This announcement of a call does not fit.', {
    mend: 'Correct the fields named in errors and send it again. Nothing was changed.',
    errors,
  })
}

/** Numbers that came as text, as forms send them. */
function withNumbers(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('durationS' in body)) return body
  const { durationS } = body
  return typeof durationS === 'string' && /^-?\d+(\.\d+)?$/.test(durationS)
    ? { ...body, durationS: Number(durationS) }
    : body
}

/** Reads what a telephone system sent; refuses what cannot be, with the place and what to do. */
export function readAnnounced<S extends z.ZodType<{ at?: string | null | undefined }>>(
  schema: S,
  request: FastifyRequest,
  nowMs: number,
): z.output<S> & { atMs: number } {
  const broken = brokenText(request.body, 'body')
  if (broken.length > 0) throw misfit(broken)
  const parsed = schema.safeParse(withNumbers(request.body ?? {}))
  if (!parsed.success)
    throw misfit(
      parsed.error.issues.slice(0, 20).map((issue) => {
        const where = ['body', ...issue.path.map(String)].join('.')
        const isLong = where === 'body.durationS' && issue.code === 'too_big'
        return {
          where,
          what: issue.message,
          ...(isLong
            ? { mend: 'Durations are in seconds, not in milliseconds; a call lasts four hours at most.' }
            : {}),
        }
      }),
    )
  const { at } = parsed.data
  const atMs = at == null ? nowMs : Date.parse(at)
  if (atMs > nowMs + SLACK_MS)
    throw misfit([{ where: 'body.at', what: 'is in the future', mend: 'Set the clock of the telephone system.' }])
  if (atMs < nowMs - OLDEST_MS)
    throw misfit([
      { where: 'body.at', what: 'is more than a day ago', mend: 'Record an old call in the story of the person.' },
    ])
  return { ...parsed.data, atMs: Math.min(atMs, nowMs) }
}
