import type { FastifyInstance } from 'fastify'
import { CONTRACTS } from './contracts.ts'
import { openApiOf } from './openapi.ts'

/** Serves the OpenAPI document and a page to browse it. */
export function serveApiDocs(app: FastifyInstance): void {
  const document = openApiOf(CONTRACTS)
  app.get('/api/openapi.json', async () => document)
}
