import { createHash } from 'node:crypto'
import type { AgreementDocument } from '@ensemble/engine/agreement/document.ts'
import { readDocument } from '@ensemble/engine/agreement/read-document.ts'
import type { Signature } from './versions.ts'

export type Side = 'marketing' | 'sales'
export type Parties = AgreementDocument['parties']

/** What a signature is put under: the very characters of the document. */
export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex')
}

const REMEMBERED = 500
const remembered = new Map<string, Parties | null>()

/** Who signs a document, or null when this build cannot read it. Documents never change, so the answer is kept. */
export function partiesOf(document: string): Parties | null {
  const hash = hashOf(document)
  const known = remembered.get(hash)
  if (known !== undefined) return known
  const read = readDocument(document)
  const parties = read.ok ? read.document.parties : null
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(hash, parties)
  return parties
}

/** True when a document's word for a signatory, a name or an e-mail address, means this person. */
export function isMeant(word: string, { name, email }: { name: string; email: string | null }): boolean {
  const wanted = word.trim().toLowerCase()
  return wanted === name.trim().toLowerCase() || wanted === email?.toLowerCase()
}

/** How many signatures a side still owes. One under another text does not count. */
export function missingOf(document: string, side: Side, signatures: readonly Signature[]): number {
  const parties = partiesOf(document)
  if (parties === null) return 0
  const { signs } = parties[side]
  const hash = hashOf(document)
  const signed = signatures.filter((each) => each.side === side && each.hash === hash)
  if (typeof signs === 'number') return Math.max(0, signs - signed.length)
  return signs.filter((word) => !signed.some((each) => isMeant(word, each.user))).length
}
