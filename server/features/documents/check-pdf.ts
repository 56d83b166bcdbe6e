import type { FileHandle } from 'node:fs/promises'

/** Why a file is no readable PDF, with what to do; or how many pages are known of one that is. */
export type CheckedPdf = { ok: true; pages: number | null } | { ok: false; what: string; mend: string }

const HEAD_BYTES = 1_024
const TAIL_BYTES = 2_048
const DICTIONARY_BYTES = 64 * 1_024
const PIECE_BYTES = 1_024 * 1_024

const no = (what: string, mend: string): CheckedPdf => ({ ok: false, what, mend })

async function textAt(file: FileHandle, from: number, bytes: number): Promise<string> {
  const buffer = Buffer.alloc(Math.max(0, bytes))
  const { bytesRead } = await file.read(buffer, 0, buffer.length, Math.max(0, from))
  return buffer.subarray(0, bytesRead).toString('latin1')
}

/** Pages that are told in the open; a file that packs its objects tells none. */
async function countPages(file: FileHandle, size: number): Promise<number | null> {
  let pages = 0
  let carried = ''
  for (let from = 0; from < size; from += PIECE_BYTES) {
    const text = carried + (await textAt(file, from, PIECE_BYTES))
    // What may be cut in two is looked at again with the next piece.
    const end = from + PIECE_BYTES >= size ? text.length : text.length - 32
    for (const found of text.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)) if (found.index < end) pages += 1
    carried = text.slice(Math.max(0, end))
  }
  return pages === 0 ? null : pages
}

/**
 * Looks at what a file holds, never at its name (ISO 32000-1, 7.5): the header at its beginning, the end mark and the place of the
 * cross-reference table at its end, and in the trailer whether it is encrypted.
 */
export async function checkPdf(file: FileHandle, size: number): Promise<CheckedPdf> {
  if (size === 0) return no('The file is empty.', 'Choose the contract as a PDF.')
  const head = await textAt(file, 0, HEAD_BYTES)
  if (!head.startsWith('%PDF-'))
    return no(`This is no PDF: it ${beginsLike(head)}.`, 'Save or print the document as a PDF and add that.')
  const tail = await textAt(file, size - TAIL_BYTES, Math.min(size, TAIL_BYTES))
  const broken = (why: string): CheckedPdf =>
    no(
      `This PDF is broken: ${why}.`,
      'Open it, save it again as a PDF and add that; it may have been cut off on its way.',
    )
  if (!tail.includes('%%EOF')) return broken('its end is missing')
  const at = [...tail.matchAll(/startxref\s+(\d+)\s/g)].at(-1)?.[1]
  if (at === undefined) return broken('it does not say where its table of contents is')
  const offset = Number(at)
  if (!(offset > 0 && offset < size)) return broken('its table of contents lies outside the file')
  const table = await textAt(file, offset, DICTIONARY_BYTES)
  const isTable = /^\s*xref\b/.test(table)
  const isStream = /^\s*\d+\s+\d+\s+obj\b/.test(table)
  if (!isTable && !isStream) return broken('its table of contents is not where it says')
  const end = await textAt(file, size - DICTIONARY_BYTES, Math.min(size, DICTIONARY_BYTES))
  const trailer = isStream ? table.slice(0, lengthBefore(table, 'stream')) : trailerIn(table, end)
  if (!trailer.includes('/Root')) return broken('its trailer names no document')
  if (/\/Encrypt\b/.test(trailer))
    return no(
      'This PDF is encrypted: nobody could read it without its password.',
      'Remove the password and add it again.',
    )
  return { ok: true, pages: await countPages(file, size) }
}

function lengthBefore(text: string, word: string): number {
  const at = text.indexOf(word)
  return at === -1 ? text.length : at
}

function trailerIn(table: string, end: string): string {
  const near = table.indexOf('trailer')
  if (near !== -1) return table.slice(near, near + lengthBefore(table.slice(near), 'startxref'))
  const last = end.lastIndexOf('trailer')
  return last === -1 ? '' : end.slice(last)
}

/** How other files begin, byte by byte. */
const KNOWN: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'begins like a ZIP, Word or Excel file'],
  ['\u00D0\u00CF\u0011\u00E0', 'begins like an old Office file'],
  ['\u0089PNG', 'begins like a PNG picture'],
  ['\u00FF\u00D8\u00FF', 'begins like a JPEG picture'],
  ['<!doctype', 'begins like a web page'],
  ['<html', 'begins like a web page'],
  ['{\\rtf', 'begins like an RTF file'],
  ['mz', 'begins like a program'],
]

function beginsLike(head: string): string {
  const plain = head.trimStart().toLowerCase()
  return KNOWN.find(([start]) => head.startsWith(start) || plain.startsWith(start))?.[1] ?? 'does not begin with %PDF-'
}
