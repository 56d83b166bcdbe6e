import { type RawSearch, text } from '../../search.ts'

/** `form` is the form being changed: its slug, or `+` for a new one. */
export type FormsSearch = { form?: string | undefined }

/** Reads the address of the page. */
export function parseFormsSearch(raw: RawSearch): FormsSearch {
  return { form: text(raw.form) }
}
