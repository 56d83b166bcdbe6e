import { CELL_LIMIT } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { readXml } from './xml-events.ts'
import type { ZipEntries } from './zip-entries.ts'

/** A workbook keeps its texts in one list that any cell may name, so the list must be held; this much of it, in characters. */
const TOTAL_LIMIT = 60_000_000

/** The texts cells refer to by number. A text longer than a cell may be is kept just long enough to be refused. */
export async function readSharedStrings(zip: ZipEntries, path: string | null, name: string): Promise<string[]> {
  const strings: string[] = []
  if (path === null || !zip.has(path)) return strings
  let total = 0
  let text = ''
  let isText = false
  let isPhonetic = false
  const reading = readXml(await zip.read(path), name, {
    open: (tag) => {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') isPhonetic = true
      else if (tag === 't') isText = !isPhonetic
    },
    text: (part) => {
      if (isText && text.length <= CELL_LIMIT) text += part
    },
    close: (tag) => {
      if (tag === 't') isText = false
      else if (tag === 'rPh') isPhonetic = false
      else if (tag === 'si') {
        strings.push(text)
        total += text.length
      }
    },
  })
  for await (const _ of reading) {
    if (total > TOTAL_LIMIT)
      throw new UnreadableFile(
        `"${name}" holds more text than is read from a workbook.`,
        'Save the sheet as CSV and send that: CSV has no such limit.',
      )
  }
  return strings
}
