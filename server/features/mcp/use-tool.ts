import type { FastifyRequest } from 'fastify'
import { argumentsOf } from './shown-tools.ts'
import type { Tool } from './tools.ts'

export type Used = { content: { type: 'text'; text: string }[]; isError?: boolean }

/** What says who is calling. It is passed on, so that the route behind a tool checks the same key or session again. */
const WHO = ['authorization', 'cookie', 'origin', 'host', 'sec-fetch-site', 'accept-language'] as const

function said(text: string, isError = false): Used {
  return { content: [{ type: 'text', text }], ...(isError ? { isError } : {}) }
}

function addressOf(tool: Tool, args: Record<string, unknown>): string {
  const params = new Set([...tool.contract.url.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''))
  const path = tool.contract.url.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(args[name] ?? '')),
  )
  const query = new URLSearchParams()
  if (tool.bodyOf === undefined) {
    for (const [name, value] of Object.entries(args)) {
      if (params.has(name) || value === undefined || value === null) continue
      for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
    }
  }
  return query.size === 0 ? path : `${path}?${query}`
}

/** What went wrong, in words an assistant can act on: what, where, how to mend. */
function explain(status: number, body: string): string {
  try {
    const { detail, mend, errors } = JSON.parse(body) as {
      detail?: string
      mend?: string
      errors?: { where: string; what: string }[]
    }
    const places = (errors ?? []).map(({ where, what }) => `${where}: ${what}`)
    return [detail ?? `Refused (${status}).`, ...places, mend ?? ''].filter((line) => line !== '').join('\n')
  } catch {
    return `Refused (${status}).`
  }
}

/** Calls the route behind a tool as the caller themselves: same checks, same answers, no second way in. */
export async function useTool(tool: Tool, args: unknown, request: FastifyRequest): Promise<Used> {
  const given = argumentsOf(tool).safeParse(args ?? {}, { reportInput: false })
  if (!given.success) {
    const places = given.error.issues.map((issue) => `${issue.path.join('.') || 'arguments'}: ${issue.message}`)
    return said(['These arguments do not fit.', ...places].join('\n'), true)
  }
  const asked = typeof args === 'object' && args !== null ? { ...args } : {}
  const headers: Record<string, string> = {}
  for (const name of WHO) {
    const value = request.headers[name]
    if (typeof value === 'string') headers[name] = value
  }
  const answer = await request.server.inject({
    method: tool.contract.method,
    url: addressOf(tool, asked),
    remoteAddress: request.ip,
    headers,
    ...(tool.bodyOf === undefined ? {} : { payload: tool.bodyOf(given.data) as object }),
  })
  if (answer.statusCode >= 400) return said(explain(answer.statusCode, answer.body), true)
  return said(answer.body)
}
