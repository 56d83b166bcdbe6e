import type { Readable } from 'node:stream'

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

function plain(cell: string): string | null {
  if (cell === '\\N') return null
  return cell.includes('\\') ? cell.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? char) : cell
}

/** Reads the text form of COPY line by line; `onRow` gets the cells, null where the database has none. */
export async function copyRows(stream: Readable, onRow: (cells: (string | null)[]) => void): Promise<void> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of stream) {
    const text = rest + (Buffer.isBuffer(chunk) ? decoder.decode(chunk, { stream: true }) : String(chunk))
    let from = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      onRow(text.slice(from, end).split('\t').map(plain))
      from = end + 1
    }
    rest = text.slice(from)
  }
}
