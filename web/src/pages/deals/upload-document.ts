import { ProblemError, problemFrom } from '../../api/problem-error.ts'
import type { DealKey } from './queries.ts'

export type Sent = { sentBytes: number; totalBytes: number }
export type NewDocument = {
  kind: 'contract' | 'offer' | 'other'
  file: File
  signedOn?: string
  signatories?: readonly string[]
  amountCents?: number
  currency?: string
}
/** The document, and the fact that carries it when it is a contract or an offer. */
export type Stored = { documentId: string; factId: string | null }

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function storedIn(answer: unknown): Stored | null {
  if (typeof answer !== 'object' || answer === null || !('document' in answer)) return null
  const { document: made } = answer
  if (typeof made !== 'object' || made === null || !('id' in made) || typeof made.id !== 'string') return null
  const factId = 'factId' in answer && typeof answer.factId === 'string' ? answer.factId : null
  return { documentId: made.id, factId }
}

function formOf({ kind, file, signedOn, signatories = [], amountCents, currency }: NewDocument): FormData {
  const form = new FormData()
  form.append('kind', kind)
  if (signedOn !== undefined && signedOn !== '') form.append('signedOn', signedOn)
  for (const name of signatories) form.append('signatories', name)
  if (amountCents !== undefined && currency !== undefined) {
    form.append('amountCents', String(amountCents))
    form.append('currency', currency)
  }
  form.append('file', file, file.name)
  return form
}

/**
 * Sends a document of a deal; the server records the fact that carries it. XMLHttpRequest, because fetch cannot tell how much is sent.
 * Throws a ProblemError with the server's reason; an abort throws a DOMException.
 */
export function uploadDocument(
  { personId, id }: DealKey,
  document_: NewDocument,
  onSent: (sent: Sent) => void,
  signal: AbortSignal,
): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/people/${personId}/deals/${encodeURIComponent(id)}/documents`)
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.upload.onprogress = (event) => onSent({ sentBytes: event.loaded, totalBytes: event.total })
    request.onerror = () => reject(new ProblemError('offline', 0, '', null, []))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    request.onload = () => {
      const answer = parse(request.responseText)
      const stored = request.status === 201 ? storedIn(answer) : null
      if (stored === null) reject(problemFrom(answer, request.status))
      else resolve(stored)
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(formOf(document_))
  })
}
