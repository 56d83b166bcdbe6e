import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const raw = new WeakMap<FastifyRequest, Buffer[]>()

/** Keeps the bytes of bodies that are signed, at these addresses: a signature is over what was sent, not over what it means. */
export function keepRawBodies(app: FastifyInstance, addresses: readonly string[]): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (!addresses.includes(request.url.split('?')[0] ?? '')) return payload
    const chunks: Buffer[] = []
    raw.set(request, chunks)
    const kept = new PassThrough()
    payload.on('data', (chunk: Buffer) => chunks.push(chunk))
    payload.on('error', (error) => kept.destroy(error))
    payload.pipe(kept)
    return kept
  })
}

/** The body as it was sent. */
export function rawBodyOf(request: FastifyRequest): string {
  return Buffer.concat(raw.get(request) ?? []).toString('utf8')
}
