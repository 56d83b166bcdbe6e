import type { Answer } from './answer.ts'
import type { DealView } from './queries.ts'
import { today } from './today.ts'
import type { NewDocument, Stored } from './upload-document.ts'

export type Proof = 'contract' | 'payment' | 'none'
export type ProofGiven = { proof: Proof; file: File | null; on: string; signatories: string; reference: string }

export function blankProof(proof: Proof): ProofGiven {
  return { proof, file: null, on: today(), signatories: '', reference: '' }
}

/** The proofs the agreement takes; "nothing yet" only where it allows a win that counts apart. */
export function proofsOf({ needs, allowsUnproven }: DealView['win']): Proof[] {
  const taken: Proof[] = needs === 'contract' || needs === 'payment' ? [needs] : ['contract', 'payment']
  return allowsUnproven || needs === 'nothing' ? [...taken, 'none'] : taken
}

/** Whether the deal has this proof already. */
export function has(view: Pick<DealView, 'contracts' | 'payments'>, proof: Proof): boolean {
  return proof === 'contract' ? view.contracts.length > 0 : proof === 'payment' && view.payments.length > 0
}

/** Names written in one field, apart by commas. */
export function namesIn(written: string): string[] {
  return written
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** Whether what was filled in is the proof it claims to be. */
export function isProven(view: DealView, given: ProofGiven, amountCents: number | null): boolean {
  if (given.proof === 'none' || has(view, given.proof)) return true
  return given.proof === 'contract' ? given.file !== null && given.on !== '' : amountCents !== null
}

/** The facts a proof becomes; a contract is sent, and is recorded with that. Null when it was refused or stopped. */
export async function proofFacts(
  view: DealView,
  given: ProofGiven,
  money: { amountCents?: number; currency?: string },
  send: (document_: NewDocument) => Promise<Stored | null>,
): Promise<Answer | null> {
  const deal = view.id
  if (given.proof === 'none' || has(view, given.proof)) return { facts: [] }
  if (given.proof === 'payment') {
    const reference = given.reference.trim()
    return {
      facts: [{ kind: 'payment.received', data: { deal, ...money, ...(reference === '' ? {} : { reference }) } }],
    }
  }
  if (given.file === null) return null
  const signatories = namesIn(given.signatories)
  const stored = await send({ kind: 'contract', file: given.file, signedOn: given.on, signatories, ...money })
  if (stored === null) return null
  return { facts: [], alsoRecorded: stored.factId === null ? [] : [stored.factId] }
}
