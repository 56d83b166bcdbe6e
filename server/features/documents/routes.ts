import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { downloadDocument } from './download-document.ts'
import { readDocuments } from './read-documents.ts'
import { removeDocument } from './remove-document.ts'
import { uploadDocument } from './upload-document.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.uploadDocument, async ({ ctx, caller, params, request }) => {
    const { documentId, factId, decisions } = await uploadDocument(ctx, caller, params, request)
    const document = (await readDocuments(ctx, caller, params.personId, params.dealId)).find(
      ({ id }) => id === documentId,
    )
    if (document === undefined) throw new Error('a document that was stored is read')
    return { document, factId, decisions }
  }),
  endpoint(promises.downloadDocument, ({ ctx, params, reply }) => downloadDocument(ctx, params.documentId, reply)),
  endpoint(promises.removeDocument, ({ ctx, caller, params }) => removeDocument(ctx, caller, params.documentId)),
]
