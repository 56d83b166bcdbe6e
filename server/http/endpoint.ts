import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Contract, Role } from './contract.ts'
import type { Sent } from './sent.ts'
import type { Written } from './written.ts'

/** Who is calling. `side` is the team's side, null for people without a team. */
export type Caller = {
  id: string
  name: string
  role: Role
  side: 'marketing' | 'sales' | null
  locale: 'en' | 'fr' | null
  /** The key a program came with; absent for people at a screen. */
  key?: { id: string; scopes: readonly string[] }
}

type Parsed<S> = Exclude<S, undefined> extends infer T extends z.ZodType ? z.output<T> : undefined

export type Call<C extends Contract> = {
  ctx: Context
  /** The signed-in person. Present on every route that is not public. */
  caller: Caller | null
  params: Parsed<C['params']>
  query: Parsed<C['query']>
  body: Parsed<C['body']>
  request: FastifyRequest
  reply: FastifyReply
}

/** The signed-in call of a route that is not public. */
export type SignedIn<C extends Contract> = Call<C> & { caller: Caller }

type Answer<C extends Contract> =
  Exclude<C['response'], null | undefined> extends infer T extends z.ZodType ? z.input<T> : unknown
type CallOf<C extends Contract> = C['roles'] extends 'public' | 'write key' ? Call<C> : SignedIn<C>

/** What a program sends with its write key: nobody is signed in, and the handler reads the body itself. */
export type SentCall = { ctx: Context; sent: Sent }

export type Endpoint = {
  contract: Contract
  handle: (call: SignedIn<Contract> & SentCall) => Promise<unknown>
  /** Called before the body is read: throws when this is no moment for it. */
  admit?: (ctx: Context) => void
}

/** Joins a contract to the function that keeps it. The only way a route comes into being. */
export function endpoint<C extends Contract>(
  contract: C,
  handle: (call: CallOf<C>) => Promise<Answer<C> | Written>,
): Endpoint {
  // The registrar parses params, query and body with this contract's own schemas and checks its roles before it calls.
  return { contract, handle: handle as unknown as Endpoint['handle'] }
}

/** The same for a route that wants a write key. The answer may be given as JSON text. */
export function sentEndpoint<C extends Contract>(
  contract: C,
  handle: (call: SentCall) => Promise<Answer<C> | string>,
): Endpoint {
  return { contract, handle }
}
