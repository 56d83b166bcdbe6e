import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import type { dealDocument } from '../deals/shapes.ts'

export type DocumentView = z.output<typeof dealDocument>
type Row = {
  document_id: string
  kind: DocumentView['kind']
  name: string
  bytes: string
  pages: number | null
  signed_on: string | null
  signatories: string[]
  uploaded_by: string | null
  uploader: string | null
  uploaded_at: Date
  fact_id: string | null
}

const UNDO_MS = 24 * 3_600_000

/** Whether somebody may remove a document: whoever added it, within a day, or a manager. */
export function mayRemove(caller: Caller, uploadedBy: string | null, uploadedAtMs: number, nowMs: number): boolean {
  if (caller.role === 'admin' || caller.role === 'manager') return true
  return caller.role === 'seller' && uploadedBy === caller.id && nowMs - uploadedAtMs <= UNDO_MS
}

/** The documents of a deal, newest first, without their content. */
export async function readDocuments(
  ctx: Context,
  caller: Caller,
  personId: string,
  dealId: string,
): Promise<DocumentView[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'documents of a deal',
    text: `select d.document_id, d.kind, d.name, d.bytes, d.pages, d.signed_on::text as signed_on, d.signatories, d.uploaded_by,
            u.name as uploader, d.uploaded_at, d.fact_id
       from documents d left join users u on u.id = d.uploaded_by
      where d.person_id = $1 and d.deal_id = $2 order by d.uploaded_at desc, d.document_id`,
    values: [personId, dealId],
  })
  return rows.map((row) => ({
    id: row.document_id,
    kind: row.kind,
    name: row.name,
    bytes: Number(row.bytes),
    pages: row.pages,
    signedOn: row.signed_on,
    signatories: row.signatories,
    uploadedBy: row.uploaded_by === null ? null : { id: row.uploaded_by, name: row.uploader ?? '' },
    uploadedAt: row.uploaded_at.toISOString(),
    factId: row.fact_id,
    mayRemove: mayRemove(caller, row.uploaded_by, row.uploaded_at.getTime(), ctx.now()),
  }))
}
