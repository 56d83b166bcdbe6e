import type { FastifyRequest } from 'fastify'
import { Problem } from '../../http/problem.ts'

const LIMIT_BYTES = 20 * 1024 ** 2

/** The one file of a multipart request, and the fields that came before it. */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ name: string; bytes: Buffer; fields: Record<string, string> }> {
  const nothing = new Problem('bad-request', 'No file came with this request.', {
    mend: 'Send one transcript as multipart/form-data, the other fields before it.',
  })
  if (!request.isMultipart()) throw nothing
  const fields: Record<string, string> = {}
  for await (const part of request.parts({ limits: { fileSize: LIMIT_BYTES, files: 1, fields: 20 } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value
      continue
    }
    const pieces: Buffer[] = []
    for await (const piece of part.file) pieces.push(piece)
    if (part.file.truncated)
      throw new Problem('too-large', `"${part.filename}" is larger than ${LIMIT_BYTES / 1024 ** 2} MB.`, {
        mend: 'Export the words without the sound, or one conversation at a time.',
      })
    return { name: part.filename, bytes: Buffer.concat(pieces), fields }
  }
  throw nothing
}
