import { flag, type RawSearch } from '../../search.ts'

/** `undo` is true while the page asks whether to take the import back. */
export type ImportSearch = { undo?: true | undefined }

/** Reads the address of the page. */
export function parseImportSearch(raw: RawSearch): ImportSearch {
  return { undo: flag(raw.undo) }
}
