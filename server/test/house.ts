import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { Pool } from 'pg'
import pino from 'pino'
import { makeGate } from '../auth/gate.ts'
import { serveAuth } from '../auth/serve-auth.ts'
import { planByKey } from '../compose.ts'
import type { Context } from '../context.ts'
import { readBook } from '../features/agreements/read-book.ts'
import { createUser } from '../features/users/create-user.ts'
import { buildApp } from '../http/app.ts'
import type { ScreenEvent } from '../http/bus.ts'
import type { Role } from '../http/contract.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { testDatabase } from './database.ts'

export const PASSWORD = 'a long enough password'

type Asking = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  body?: unknown
  headers?: Record<string, string>
}
/** Calls the application as somebody: their cookie goes along. */
export type Ask = (asking: Asking) => Promise<LightMyRequestResponse>

export type House = {
  app: FastifyInstance
  ctx: Context
  emit(event: ScreenEvent): void
  /** Calls without a cookie. */
  ask: Ask
  /** Makes a colleague of this role and signs them in. */
  as(role: Role, teamId?: string): Promise<{ id: string; email: string; cookie: string; ask: Ask }>
  close(): Promise<void>
}

/** An installation for a test file: its own database, the real gate and these endpoints, called without a network. */
export async function openHouse(endpoints: readonly Endpoint[]): Promise<House> {
  const database = await testDatabase()
  const receivingDb = new Pool({ connectionString: database.url, max: 2, pipeline: true })
  const readingDb = new Pool({ connectionString: database.url, max: 2, pipeline: true, onConnect: planByKey })
  const events = new EventEmitter()
  const ctx: Context = {
    db: database.pool,
    receivingDb,
    readingDb,
    checksWritten: true,
    now: Date.now,
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    agreements: await readBook(database.pool),
    bus: {
      listen(listener) {
        events.on('event', listener)
        return () => events.off('event', listener)
      },
      stop: async () => undefined,
    },
    publicUrl: 'http://ensemble.example',
    secret: 'the secret of a test, long enough to sign with',
    home: '/nonexistent',
  }
  const app = await buildApp({ ctx, gate: makeGate(ctx), endpoints, plugins: serveAuth(ctx) })
  await app.ready()
  const ask = asker(app, {})
  return {
    app,
    ctx,
    emit: (event) => events.emit('event', event),
    ask,
    async as(role, teamId) {
      const email = `${role}-${randomUUID()}@ensemble.example`
      const { id } = await createUser(ctx, {
        name: `A ${role}`,
        email,
        role,
        teamId: teamId ?? null,
        password: PASSWORD,
      })
      // Each from an address of its own, so that tests do not meet the limit of tries.
      const cookie = await signInAt(
        app,
        email,
        PASSWORD,
        `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`,
      )
      return { id, email, cookie, ask: asker(app, { cookie }) }
    },
    async close() {
      await app.close()
      await receivingDb.end()
      await readingDb.end()
      await database.drop()
    },
  }
}

function asker(app: FastifyInstance, shared: Record<string, string>): Ask {
  return ({ method = 'GET', url, body, headers = {} }) =>
    app.inject({
      method,
      url,
      headers: { host: 'ensemble.example', ...shared, ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(body === undefined || typeof body === 'string'
        ? {}
        : { headers: { host: 'ensemble.example', 'content-type': 'application/json', ...shared, ...headers } }),
    })
}

/** The session cookie after signing in; throws when it is refused. */
export async function signInAt(
  app: FastifyInstance,
  email: string,
  password: string,
  address = '127.0.0.1',
): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    remoteAddress: address,
    headers: { host: 'ensemble.example' },
    payload: { email, password },
  })
  if (answer.statusCode !== 200) throw new Error(`sign-in: ${answer.statusCode} ${answer.body}`)
  return cookieOf(answer)
}

/** The cookie an answer sets, as a browser would send it. */
export function cookieOf(answer: LightMyRequestResponse): string {
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}
