import { saveFile } from '../../ui/save-file.ts'

const HINT = '# yaml-language-server:'

/** The text as a file: its first line tells editors where the schema is, so that they complete and check. */
export function withSchemaHint(document: string, origin: string): string {
  if (document.startsWith(HINT)) return document
  return `${HINT} $schema=${origin}/api/agreement-schema.json\n${document}`
}

/** The text of a file as a document: the hint belongs to the file alone. */
export function withoutSchemaHint(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  return plain.startsWith(HINT) ? plain.slice(plain.indexOf('\n') + 1) : plain
}

export function saveDocument(version: number, document: string): void {
  saveFile(`agreement-${version}.yaml`, withSchemaHint(document, location.origin), 'application/yaml')
}
