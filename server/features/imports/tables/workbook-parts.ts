import { posix } from 'node:path'
import { type Finding, warning } from '../finding.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { readXml } from './xml-events.ts'
import type { ZipEntries } from './zip-entries.ts'

export type WorkbookParts = {
  sheetPath: string
  sharedStringsPath: string | null
  /** Which cell styles show a date. */
  dateStyles: ReadonlySet<number>
  /** Days count from 1904 instead of 1900. */
  is1904: boolean
  findings: Finding[]
}

/** Where in the package the first visible sheet is, and how its numbers are to be read. */
export async function workbookParts(zip: ZipEntries, name: string): Promise<WorkbookParts> {
  const workbookPath =
    (await relations(zip, name, '_rels/.rels', '')).find((one) => one.type.endsWith('/officeDocument'))?.target ??
    'xl/workbook.xml'
  const { sheets, is1904 } = await readWorkbook(zip, name, workbookPath)
  const folder = posix.dirname(workbookPath)
  const parts = await relations(zip, name, `${folder}/_rels/${posix.basename(workbookPath)}.rels`, folder)
  const sheet = sheets.find((one) => !one.isHidden) ?? sheets[0]
  const sheetPath = parts.find((one) => one.id === sheet?.relation)?.target
  if (!sheet || !sheetPath)
    throw new UnreadableFile(`"${name}" has no sheet with a table.`, 'Save the sheet as CSV and send that.')
  const pathOf = (type: string) => parts.find((one) => one.type.endsWith(type))?.target ?? null
  const stylesPath = pathOf('/styles')
  const others = sheets.filter((one) => one !== sheet).map((one) => `"${one.name}"`)
  return {
    sheetPath,
    sharedStringsPath: pathOf('/sharedStrings'),
    dateStyles: stylesPath && zip.has(stylesPath) ? await readDateStyles(zip, name, stylesPath) : new Set(),
    is1904,
    findings:
      others.length === 0
        ? []
        : [
            warning(
              'other-sheets',
              `Only the sheet "${sheet.name}" is read; left out: ${others.slice(0, 5).join(', ')}.`,
            ),
          ],
  }
}

type Relation = { id: string; type: string; target: string }

async function relations(zip: ZipEntries, name: string, path: string, folder: string): Promise<Relation[]> {
  const found: Relation[] = []
  if (!zip.has(path)) return found
  await parse(zip, name, path, (tag, attributes) => {
    if (tag !== 'Relationship') return
    const target = attributes.Target ?? ''
    found.push({
      id: attributes.Id ?? '',
      type: attributes.Type ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    })
  })
  return found
}

async function readWorkbook(zip: ZipEntries, name: string, path: string) {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = []
  let is1904 = false
  await parse(zip, name, path, (tag, attributes) => {
    if (tag === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
    if (tag !== 'sheet') return
    sheets.push({
      name: attributes.name ?? '',
      relation: attributes['r:id'] ?? '',
      isHidden: (attributes.state ?? 'visible') !== 'visible',
    })
  })
  return { sheets, is1904 }
}

/** Formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 of the standard are dates; of its own, those that write day, month, year or hour. */
async function readDateStyles(zip: ZipEntries, name: string, path: string): Promise<Set<number>> {
  const ownDateFormats = new Set<number>()
  const styles = new Set<number>()
  let isInCellStyles = false
  let index = 0
  await parse(zip, name, path, (tag, attributes) => {
    if (tag === 'numFmt' && isDateFormat(attributes.formatCode ?? '')) ownDateFormats.add(Number(attributes.numFmtId))
    if (tag === 'cellXfs') isInCellStyles = true
    else if (tag === 'cellStyles' || tag === 'dxfs') isInCellStyles = false
    if (tag !== 'xf' || !isInCellStyles) return
    const format = Number(attributes.numFmtId)
    if (isBuiltInDate(format) || ownDateFormats.has(format)) styles.add(index)
    index++
  })
  return styles
}

function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  )
}

function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*./gi, '').replace(/general/gi, ''))
}

async function parse(
  zip: ZipEntries,
  name: string,
  path: string,
  open: (tag: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  for await (const _ of readXml(await zip.read(path), name, { open })) {
    // Everything happens in `open`.
  }
}
