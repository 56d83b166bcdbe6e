import type { FastifyInstance } from 'fastify'

/**
 * Lets pages of any site send events to `/v1/*` (CORS). They carry a write key and never a cookie, so no origin needs to
 * be refused; browsers ask first with OPTIONS because of the authorization header.
 */
export function openTracking(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/v1/')) reply.header('access-control-allow-origin', '*')
    done()
  })
  app.options('/v1/*', async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', '86400')
      .send(),
  )
}
