import { UnreadableFile } from './unreadable-file.ts'

type Kind = { name: string; starts: number[]; mend?: string }

const asTable = 'Send the table itself as CSV or XLSX.'
const OTHER_KINDS: Kind[] = [
  { name: 'a PDF document', starts: [0x25, 0x50, 0x44, 0x46] },
  { name: 'a picture (PNG)', starts: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a picture (JPEG)', starts: [0xff, 0xd8, 0xff] },
  { name: 'a picture (GIF)', starts: [0x47, 0x49, 0x46, 0x38] },
  { name: 'a compressed file (gzip)', starts: [0x1f, 0x8b], mend: 'Unpack it and send the file inside.' },
  {
    name: 'a compressed file (xz)',
    starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    mend: 'Unpack it and send the file inside.',
  },
  { name: 'a compressed file (7z)', starts: [0x37, 0x7a, 0xbc, 0xaf], mend: 'Unpack it and send the file inside.' },
  {
    name: 'an old Excel workbook (.xls) or one with a password',
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    mend: 'Open it, remove the password if it has one, and save it as XLSX or CSV.',
  },
  { name: 'a rich text document', starts: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]

/** Says whether the file is text or a workbook. Throws UnreadableFile, naming what it is, when it is neither. */
export function refuseOtherKinds(head: Buffer, name: string): 'text' | 'workbook' {
  for (const kind of OTHER_KINDS) {
    if (kind.starts.every((byte, i) => head[i] === byte)) {
      throw new UnreadableFile(`"${name}" is ${kind.name}, not a table.`, kind.mend ?? asTable)
    }
  }
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'workbook'
  const text = head.subarray(0, 512).toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase()
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) {
    throw new UnreadableFile(
      `"${name}" is a web page, not a table.`,
      'A sign-in page may have been saved in place of the export. Export again.',
    )
  }
  if (text.startsWith('<?xml')) throw new UnreadableFile(`"${name}" is an XML document, not a table.`, asTable)
  if (/^[[{]\s*["{[\]}]/.test(text)) throw new UnreadableFile(`"${name}" is JSON, not a table.`, asTable)
  if (controlShare(head) > 0.1) throw new UnreadableFile(`"${name}" is a binary file, not a table.`, asTable)
  return 'text'
}

/** Share of bytes that no text has. Zero bytes are left out: UTF-16 is full of them. */
function controlShare(head: Buffer): number {
  let controls = 0
  for (const byte of head)
    if (byte > 0 && byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++
  return controls / head.length
}
