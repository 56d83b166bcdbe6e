import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import type { Gate } from './app.ts'
import type { Endpoint } from './endpoint.ts'
import { problemAnswer } from './errors.ts'
import { Problem } from './problem.ts'
import { readSentBody, SenderGone } from './read-sent-body.ts'
import { sentBy } from './sent.ts'

type Serving = { ctx: Context; gate: Gate; endpoints: readonly Endpoint[] }

/** Pages of any site read the answers: they carry a write key and never a cookie. */
const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

/**
 * Serves the routes for a write key from the bare request. Where hundreds of events arrive in a moment, routing, hooks and serialising cost more than all
 * that is done with one. The same routes are listed in the application and mean the same there.
 */
export function serveSent(app: FastifyInstance, serving: Serving): void {
  const byUrl = new Map(serving.endpoints.map((one) => [one.contract.url, one]))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  for (const one of serving.endpoints)
    app.route({
      method: one.contract.method,
      url: one.contract.url,
      handler: (request, reply) => {
        reply.hijack()
        void answer(serving, one, request.raw, reply.raw)
      },
    })
  const { server } = app
  const others = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const one = request.method === 'POST' && server.listening ? byUrl.get(request.url ?? '') : undefined
    if (one !== undefined) void answer(serving, one, request, response)
    else for (const each of others) each.call(server, request, response)
  })
}

async function answer(
  { ctx, gate }: Serving,
  { contract, admit, handle }: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    admit?.(ctx)
    const sent = sentBy(request, await readSentBody(request))
    if (!(await gate.hasWriteKey(sent))) throw withoutKey()
    // Nobody is signed in here: such a route was made by sentEndpoint.
    const call = { ctx, sent } as unknown as Parameters<Endpoint['handle']>[0]
    const said = await handle(call)
    if (contract.response === null || contract.response === undefined) {
      response.writeHead(contract.status ?? 204, OPEN).end()
      return
    }
    // A text is JSON already.
    const text = typeof said === 'string' ? said : JSON.stringify(contract.response.parse(said))
    end(response, contract.status ?? 200, 'application/json; charset=utf-8', text)
  } catch (error) {
    refuse(ctx, error, request, response)
  }
}

function withoutKey(): Problem {
  return new Problem('not-signed-in', 'No valid write key came with this request.', {
    mend: 'Send the write key as the user name of basic authentication, or as "writeKey" in the body.',
  })
}

function end(response: ServerResponse, status: number, type: string, text: string, more = {}): void {
  const length = Buffer.byteLength(text)
  response.writeHead(status, { ...OPEN, 'content-type': type, 'content-length': length, ...more }).end(text)
}

function refuse(ctx: Context, error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (error instanceof SenderGone || response.headersSent) {
    response.destroy()
    return
  }
  const { status, headers, body } = problemAnswer(error, (fault) =>
    ctx.log.error({ err: fault, url: request.url }, 'request failed'),
  )
  // Of what is too large the rest is not waited for.
  const more = status === 413 && !request.complete ? { ...headers, connection: 'close' } : headers
  end(response, status, 'application/problem+json', JSON.stringify(body), more)
}
