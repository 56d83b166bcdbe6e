import { callerOf } from '../../auth/gate.ts'
import { keepSignedIn } from '../../auth/keep-signed-in.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import * as promises from './contract.ts'
import { openEventStream } from './event-streams.ts'
import { findSessionUser } from './queries.ts'
import { setLocale } from './set-locale.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getSession, async ({ ctx, caller, request, reply }) => {
    const [user, { company, currency, zone }] = await Promise.all([
      findSessionUser(ctx.db, caller.id),
      readHouseSettings(ctx.db),
      keepSignedIn(ctx, { request, reply }),
    ])
    if (user === null) throw new Problem('not-signed-in', 'You are not signed in.', { mend: 'Sign in and try again.' })
    return { user: { ...user, locale: caller.locale }, company, currency, zone }
  }),

  endpoint(promises.setLocale, async ({ ctx, caller, body }) => setLocale(ctx, caller, body)),

  endpoint(promises.listenEvents, async ({ ctx, caller, request, reply }) => {
    reply.hijack()
    // Of the request only this is kept: thousands of them stay open all day.
    const headers = { cookie: request.headers.cookie }
    const isStillSignedIn = async () => (await callerOf(ctx, { headers })) !== null
    openEventStream(ctx.bus, { response: reply.raw, caller, isStillSignedIn })
  }),
]
