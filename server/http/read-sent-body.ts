import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Problem } from './problem.ts'

/** The most a batch may weigh, packed or unpacked: Segment's 500 KB. */
export const MOST_BATCH_BYTES = 512_000

const unpack = promisify(gunzip)

/** The sender went away before all of it had come: nobody is left to be answered. */
export class SenderGone extends Error {}

/**
 * Reads a body of `/v1/*`: JSON under whatever media type (browsers send it as text/plain when a page is left), packed by gzip or not,
 * never more than a batch may weigh. A bomb is refused once it has unpacked to that size.
 */
export async function readSentBody(request: IncomingMessage): Promise<{ body: unknown; text: string }> {
  const { headers } = request
  if (Number(headers['content-length'] ?? 0) > MOST_BATCH_BYTES) throw tooLarge()
  const packed = await bytesOf(request)
  if (packed.length === 0 && headers['content-type'] === undefined) return { body: undefined, text: '' }
  const encoding = headers['content-encoding']
  const isPlain = encoding === undefined || encoding === '' || encoding === 'identity'
  return parsed(isPlain ? packed : await unpacked(encoding, packed))
}

function tooLarge(): Problem {
  return new Problem('too-large', 'This is larger than is accepted here.', { mend: 'Send less at once.' })
}

/** An event comes in one piece nearly always. */
function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let first: Buffer | null = null
    let more: Buffer[] | null = null
    let length = 0
    let isWhole = false
    const gone = (): void => {
      if (!isWhole) reject(new SenderGone())
    }
    const add = (chunk: Buffer): void => {
      length += chunk.length
      if (length > MOST_BATCH_BYTES) {
        request.removeListener('data', add)
        reject(tooLarge())
      } else if (first === null) first = chunk
      else if (more === null) more = [first, chunk]
      else more.push(chunk)
    }
    request.on('data', add)
    request.on('end', () => {
      isWhole = true
      resolve(more === null ? (first ?? Buffer.alloc(0)) : Buffer.concat(more))
    })
    request.on('error', gone)
    request.on('close', gone)
  })
}

function parsed(bytes: Buffer): { body: unknown; text: string } {
  if (!isUtf8(bytes)) throw new Problem('bad-request', 'The body is not UTF-8.', { mend: 'Send JSON in UTF-8.' })
  const text = bytes.toString('utf8')
  try {
    return { body: JSON.parse(text), text }
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
