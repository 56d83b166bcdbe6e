import { oneOf, type RawSearch, text } from '../../search.ts'

export const VIEWS = ['sentences', 'document', 'changes'] as const
export type View = (typeof VIEWS)[number]

/** `clause` is the clause whose decisions are open. */
export type AgreementSearch = { view?: View | undefined; clause?: string | undefined }

/** Reads the address of the page. */
export function parseAgreementSearch(raw: RawSearch): AgreementSearch {
  return { view: oneOf(raw.view, VIEWS), clause: text(raw.clause) }
}
