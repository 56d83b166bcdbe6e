import { z } from 'zod'
import { contract, NOT_VIEWERS } from '../../http/contract.ts'
import { dealDocument } from '../deals/shapes.ts'

const SELLING = ['admin', 'manager', 'seller'] as const

export const uploadDocument = contract({
  id: 'uploadDocument',
  method: 'POST',
  url: '/api/people/:personId/deals/:dealId/documents',
  summary:
    'Adds a PDF of at most 25 MB to a deal (multipart). Fields before the file: `kind` (contract, offer, other), for a contract `signedOn` (a day) and `signatories` (one field each), and `amountCents` with `currency` when the contract states them. A contract is recorded as `contract.signed`, an offer as sent. What is no readable PDF is refused with the reason.',
  roles: SELLING,
  params: z.object({ personId: z.uuid(), dealId: z.string().min(1).max(200) }),
  isUpload: true,
  response: z.object({ document: dealDocument, factId: z.uuid().nullable(), decisions: z.array(z.string()) }),
  status: 201,
})

export const downloadDocument = contract({
  id: 'downloadDocument',
  method: 'GET',
  url: '/api/documents/:documentId',
  summary: 'A document as it was uploaded.',
  roles: NOT_VIEWERS,
  params: z.object({ documentId: z.uuid() }),
  produces: 'application/pdf',
})

export const removeDocument = contract({
  id: 'removeDocument',
  method: 'DELETE',
  url: '/api/documents/:documentId',
  summary:
    'Removes a document; the fact that carried it is taken back with it. Whoever uploaded it within a day, or a manager.',
  roles: SELLING,
  params: z.object({ documentId: z.uuid() }),
  response: null,
  status: 204,
})
