import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { CONTRACTS } from './contracts.ts'
import { openApiOf } from './openapi.ts'

/** The reference page brings its own inline script and style; only that page may run them. */
const PAGE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'"

/** Serves the OpenAPI document and a page to browse it. */
export async function serveApiDocs(app: FastifyInstance): Promise<void> {
  const document = openApiOf(CONTRACTS)
  app.get('/api/openapi.json', async () => document)
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', PAGE_POLICY)
    })
    await docs.register(scalar, {
      routePrefix: '/docs/api',
      configuration: {
        url: '/api/openapi.json',
        withDefaultFonts: false,
        telemetry: false,
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    })
  })
}
