/** Text in a PDF string: what its one-byte encoding has, with the marks of the syntax escaped. */
function escaped(text: string): string {
  return text
    .replaceAll('\u2019', "'")
    .replace(/[^\x20-\x7E\u00A0-\u00FF]/g, '?')
    .replace(/[\\()]/g, (mark) => `\\${mark}`)
}

/** A page of text as a PDF (ISO 32000-1): the first line as a title, a cross-reference table, nothing that runs. */
export function makePdf(lines: readonly string[]): Buffer {
  const [title = '', ...rest] = lines
  const drawn = [
    'BT',
    '/F1 18 Tf 56 770 Td 22 TL',
    `(${escaped(title)}) Tj T*`,
    '/F1 11 Tf 16 TL T*',
    ...rest.map((line) => `(${escaped(line)}) Tj T*`),
    'ET',
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = text.length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
