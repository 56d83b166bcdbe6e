import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { brokenText } from './broken-text.ts'
import type { Contract } from './contract.ts'
import type { Caller, Endpoint } from './endpoint.ts'
import { answerError } from './errors.ts'
import { keepRawBodies } from './keep-raw-bodies.ts'
import { Problem, type ProblemPlace } from './problem.ts'
import { mayCall, scopeOf } from './scopes.ts'
import type { Sent } from './sent.ts'
import { serveSent } from './serve-sent.ts'
import { textOf } from './shared-answer.ts'
import { isWritten } from './written.ts'

/** Finds who is calling from the request (session cookie or key), or null. Features provide it; tests may replace it. */
export type Gate = {
  caller(request: FastifyRequest): Promise<Caller | null>
  /** True when the request carries a valid write key. */
  hasWriteKey(sent: Sent): Promise<boolean>
}

function placesOf(error: z.ZodError, part: string): ProblemPlace[] {
  return error.issues.slice(0, 20).map((issue) => ({
    where: [part, ...issue.path.map(String)].join('.'),
    what: issue.message,
  }))
}

function parsePart(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  const broken = brokenText(value, part)
  if (broken.length > 0) throw misfit(part, broken)
  if (schema === undefined) return undefined
  const result = schema.safeParse(value ?? {})
  if (result.success) return result.data
  throw misfit(part, placesOf(result.error, part))
}

function misfit(part: string, errors: ProblemPlace[]): Problem {
  return new Problem('bad-request', `The ${part} of this request does not fit.`, {
    mend: 'Correct the fields named in errors and send it again. Nothing was changed.',
    errors,
  })
}

function beyondKey(contract: Contract): Problem {
  const scope = scopeOf(contract)
  const name = scope === null ? contract.id : `${scope.noun}:${scope.act}`
  return new Problem('not-allowed', `The scopes of this key do not cover ${name}.`, {
    mend: `Make a key with the scope "${name}" under Settings, or do it signed in: some things no key may do.`,
  })
}

async function admit(gate: Gate, contract: Contract, request: FastifyRequest): Promise<Caller | null> {
  if (contract.roles === 'public') return gate.caller(request)
  // Those for a write key are served apart.
  if (contract.roles === 'write key') throw new Error(`${contract.id} is for a write key`)
  const caller = await gate.caller(request)
  if (caller === null) throw new Problem('not-signed-in', 'You are not signed in.', { mend: 'Sign in and try again.' })
  if (!contract.roles.includes(caller.role)) {
    throw new Problem('not-allowed', `The role ${caller.role} may not do this.`, {
      mend: `It is for: ${contract.roles.join(', ')}. Ask an administrator.`,
    })
  }
  if (!mayCall(caller, contract)) throw beyondKey(contract)
  return caller
}

function serve(app: FastifyInstance, ctx: Context, gate: Gate, one: Endpoint): void {
  const { contract } = one
  app.route({
    method: contract.method,
    url: contract.url,
    ...(contract.bodyLimitBytes === undefined ? {} : { bodyLimit: contract.bodyLimitBytes }),
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const caller = await admit(gate, contract, request)
      // A raw route that reads neither has nothing to check of them.
      const isBare = contract.isRaw === true && contract.params === undefined && contract.query === undefined
      const params = isBare ? undefined : parsePart(contract.params, request.params, 'path')
      const query = isBare ? undefined : parsePart(contract.query, request.query, 'query')
      const body = contract.isUpload || contract.isRaw ? undefined : parsePart(contract.body, request.body, 'body')
      // admit() has refused a missing caller on every route that needs one.
      const call = { ctx, caller, params, query, body, request, reply } as unknown as Parameters<Endpoint['handle']>[0]
      const answer = await one.handle(call)
      if (reply.sent || reply.raw.headersSent) return reply
      if (contract.response === undefined) return answer
      if (contract.response === null) return reply.code(contract.status ?? 204).send()
      const { response } = contract
      if (isWritten(answer) && ctx.checksWritten === true) response.parse(JSON.parse(answer.written))
      const text = isWritten(answer) ? answer.written : textOf(answer, () => JSON.stringify(response.parse(answer)))
      return reply
        .code(contract.status ?? 200)
        .type('application/json; charset=utf-8')
        .send(text)
    },
  })
}

export type AppOptions = {
  ctx: Context
  gate: Gate
  endpoints: readonly Endpoint[]
  plugins?: (app: FastifyInstance) => Promise<void>
}

/** The HTTP application: security headers, problem details, and one route per endpoint. It does not listen. */
export async function buildApp({ ctx, gate, endpoints, plugins }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    // That it listens is said by whoever started it.
    loggerInstance: ctx.log.child({}, { level: 'warn' }),
    bodyLimit: 2 * 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 2_100 },
  })
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply))
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: ctx.publicUrl.startsWith('https:'),
  })
  keepRawBodies(app, ['/api/calls/incoming', '/api/calls/ended'])
  await app.register(fastifyMultipart, { limits: { fileSize: 4 * 1024 ** 3, files: 10, fields: 20 } })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })
  const isTracking = ({ contract }: Endpoint): boolean => contract.roles === 'write key'
  for (const one of endpoints) if (!isTracking(one)) serve(app, ctx, gate, one)
  await app.register(async (tracking) => serveSent(tracking, { ctx, gate, endpoints: endpoints.filter(isTracking) }))
  await plugins?.(app)
  return app
}
