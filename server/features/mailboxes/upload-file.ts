import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'

const FILE_BYTES = 15 * 1024 ** 2

const shownName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, 200).toWellFormed() || 'file'

/** Keeps a file for a mail that is being written. */
export async function uploadMailFile(ctx: Context, caller: Pick<Caller, 'id'>, request: FastifyRequest) {
  if (!request.isMultipart())
    throw new Problem('bad-request', 'No file came with this request.', {
      mend: 'Send the file as multipart/form-data.',
    })
  const part = await request.file({ limits: { fileSize: FILE_BYTES, files: 1 } })
  if (part === undefined)
    throw new Problem('bad-request', 'No file came with this request.', { mend: 'Choose a file.' })
  const chunks: Buffer[] = []
  for await (const chunk of part.file) chunks.push(chunk)
  const name = shownName(part.filename)
  if (part.file.truncated)
    throw new Problem('too-large', `“${name}” is larger than 15 MB.`, { mend: 'Send a link to it instead.' })
  const bytes = Buffer.concat(chunks)
  const id = newId(ctx.now())
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(part.mimetype) ? part.mimetype : 'application/octet-stream'
  await ctx.db.query(
    'insert into mail_files (file_id, user_id, name, type, bytes, created_at) values ($1, $2, $3, $4, $5, $6)',
    [id, caller.id, name, type, bytes, new Date(ctx.now())],
  )
  return { id, name, type, sizeBytes: bytes.length }
}
