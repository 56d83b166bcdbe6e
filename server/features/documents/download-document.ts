import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'

type Row = { name: string; bytes: string }

/** For names in any language: RFC 6266 with the plain form for those that do not know better. */
function disposition(name: string): string {
  const wanted = /\.pdf$/i.test(name) ? name : `${name}.pdf`
  const plain = wanted.replace(/[^\x20-\x7E]|["\\%]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(wanted).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

async function* pieces(ctx: Context, documentId: string): AsyncGenerator<Buffer> {
  for (let place = 0; ; place += 1) {
    const { rows } = await ctx.db.query<{ data: Buffer }>(
      'select data from document_chunks where document_id = $1 and place = $2',
      [documentId, place],
    )
    if (rows[0] === undefined) return
    yield rows[0].data
  }
}

/** Sends a document piece by piece, to be saved and not shown: nothing in it runs here. */
export async function downloadDocument(ctx: Context, documentId: string, reply: FastifyReply): Promise<FastifyReply> {
  const { rows } = await ctx.db.query<Row>('select name, bytes from documents where document_id = $1', [documentId])
  const row = rows[0]
  if (row === undefined)
    throw new Problem('not-found', 'There is no such document.', {
      mend: 'It may have been removed: look at the deal.',
    })
  return reply
    .header('content-disposition', disposition(row.name))
    .header('content-length', row.bytes)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'private, no-store')
    .type('application/pdf')
    .send(Readable.from(pieces(ctx, documentId)))
}
