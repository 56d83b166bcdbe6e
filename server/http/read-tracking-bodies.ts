import { isUtf8 } from 'node:buffer'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

/** The most a batch may weigh, packed or unpacked: Segment's 500 KB. */
export const MOST_BATCH_BYTES = 512_000

const unpack = promisify(gunzip)

/**
 * How bodies of `/v1/*` are read: JSON under whatever media type (browsers send it as text/plain when a page is left),
 * packed by gzip or not, never more than a batch may weigh. A bomb is refused once it has unpacked to that size.
 */
export function readTrackingBodies(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('access-control-allow-origin', '*')
    reply.header('cross-origin-resource-policy', 'cross-origin')
    done()
  })
  app.removeAllContentTypeParsers()
  const options = { parseAs: 'buffer', bodyLimit: MOST_BATCH_BYTES } as const
  app.addContentTypeParser('*', options, (request: FastifyRequest, packed: Buffer, done) => {
    const encoding = request.headers['content-encoding']
    if (encoding === undefined || encoding === '' || encoding === 'identity') told(packed, done)
    else unpacked(encoding, packed).then((bytes) => told(bytes, done), done)
  })
}

function told(bytes: Buffer, done: (error: Error | null, body?: unknown) => void): void {
  let value: unknown
  let fault: Error | null = null
  try {
    value = parsed(bytes)
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error))
  }
  done(fault, value)
}

function parsed(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Problem('bad-request', 'The body is not UTF-8.', { mend: 'Send JSON in UTF-8.' })
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message.slice(0, 200).toWellFormed() : 'it cannot be read'
    throw new Problem('bad-request', `The body is not JSON: ${why}.`, { mend: 'Send one JSON object.' })
  }
}

async function unpacked(encoding: string, bytes: Buffer): Promise<Buffer> {
  if (encoding !== 'gzip' && encoding !== 'x-gzip')
    throw new Problem('bad-request', `The body is packed by "${encoding.slice(0, 40)}".`, {
      mend: 'Pack it by gzip, or not at all.',
    })
  try {
    return await unpack(bytes, { maxOutputLength: MOST_BATCH_BYTES })
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new Problem('too-large', `This unpacks to more than ${MOST_BATCH_BYTES} bytes.`, {
        mend: 'Send fewer events in a batch.',
      })
    throw new Problem('bad-request', 'The body says that it is gzip, and is not.', { mend: 'Pack it anew.' })
  }
}
