/** What is used of a business card. Pictures and everything else are left aside. */
export type Card = {
  name: string
  company: string
  title: string
  emails: string[]
  phones: string[]
  city: string
  region: string
  postcode: string
  country: string
  url: string
  note: string
}
export type CardRefusal = { line: number; what: string; mend: string }
export type ReadCards = { cards: { card: Card; line: number }[]; refused: CardRefusal[] }
type Line = { name: string; params: ReadonlyMap<string, string>; value: string; number: number }

export const MOST_CARDS = 1_000
const LONGEST = 200

/** Reads vCards 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), many in one text. What is no card is named with its line. */
export function readVcards(given: string | Uint8Array): ReadCards {
  const read: ReadCards = { cards: [], refused: [] }
  let open: { lines: Line[]; at: number } | null = null
  for (const line of linesOf(textOf(given))) {
    const isMark = (name: string): boolean => line.name === name && line.value.trim().toUpperCase() === 'VCARD'
    if (isMark('BEGIN')) {
      if (open !== null) read.refused.push(cut(open.at))
      open = { lines: [], at: line.number }
    } else if (isMark('END') && open !== null) {
      if (read.cards.length >= MOST_CARDS) {
        read.refused.push({
          line: open.at,
          what: `There are more than ${MOST_CARDS} cards.`,
          mend: 'Take them in parts.',
        })
        return read
      }
      const card = cardOf(open.lines)
      if (card === null)
        read.refused.push({
          line: open.at,
          what: 'This card has neither a name, an e-mail address nor a phone number.',
          mend: 'Leave it out, or fill it in by hand.',
        })
      else read.cards.push({ card, line: open.at })
      open = null
    } else open?.lines.push(line)
  }
  if (open !== null) read.refused.push(cut(open.at))
  if (read.cards.length === 0 && read.refused.length === 0)
    read.refused.push({ line: 1, what: 'There is no vCard in this text.', mend: 'A card begins with BEGIN:VCARD.' })
  return read
}

function cut(line: number): CardRefusal {
  return { line, what: 'This card has no end: the file is cut off.', mend: 'Export it again.' }
}

function textOf(given: string | Uint8Array): string {
  if (typeof given === 'string') return given
  const bytes = given
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Unfolded lines: a continuation begins with a blank; quoted-printable goes on after a line that ends in "=". */
function* linesOf(text: string): Generator<Line> {
  const raw = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  for (let i = 0; i < raw.length; i += 1) {
    const number = i + 1
    let line = raw[i] ?? ''
    const isQuoted = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line)
    while (isQuoted && line.endsWith('=') && i + 1 < raw.length) {
      i += 1
      line = line.slice(0, -1) + (raw[i] ?? '')
    }
    while (/^[ \t]/.test(raw[i + 1] ?? '')) {
      i += 1
      line += (raw[i] ?? '').slice(1)
    }
    const parsed = parseLine(line, number)
    if (parsed !== null) yield parsed
  }
}

function parseLine(line: string, number: number): Line | null {
  const at = colonOf(line)
  if (at === -1) return null
  const [full = '', ...rest] = line.slice(0, at).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  const params = new Map<string, string>()
  for (const part of rest) {
    const [key = '', ...value] = part.split('=')
    const name = key.trim().toUpperCase()
    const said = value.join('=').replace(/^"|"$/g, '')
    // In 2.1 the kind stands without a name: TEL;CELL.
    if (value.length === 0) params.set(name === 'QUOTED-PRINTABLE' || name === 'BASE64' ? 'ENCODING' : 'TYPE', name)
    else params.set(name, params.has(name) ? `${params.get(name)},${said}` : said)
  }
  const name = (full.split('.').at(-1) ?? '').trim().toUpperCase()
  if (!/^[A-Z0-9-]+$/.test(name)) return null
  return { name, params, value: decoded(line.slice(at + 1), params), number }
}

function colonOf(line: string): number {
  let isQuoted = false
  for (let i = 0; i < line.length; i += 1) {
    if (line[i] === '"') isQuoted = !isQuoted
    else if (line[i] === ':' && !isQuoted) return i
  }
  return -1
}

function decoded(value: string, params: ReadonlyMap<string, string>): string {
  if (!/^(quoted-printable|q)$/i.test(params.get('ENCODING') ?? '')) return value
  const bytes = Uint8Array.from(
    [...value.matchAll(/=([0-9a-f]{2})|([\s\S])/gi)].flatMap(([, hex, sign]) =>
      hex === undefined ? [...new TextEncoder().encode(sign ?? '')] : [Number.parseInt(hex, 16)],
    ),
  )
  const charset = (params.get('CHARSET') ?? 'utf-8').toLowerCase()
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

/** The parts of a structured value, their escapes undone. */
function parts(value: string): string[] {
  return value.split(/(?<!\\);/).map(plain)
}

function plain(text: string): string {
  return text
    .replaceAll(/\\n/gi, ' ')
    .replaceAll(/\\([,;:\\])/g, '$1')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
}

function isPreferred({ params }: Line): boolean {
  return params.has('PREF') || /(^|,)pref(,|$)/i.test(params.get('TYPE') ?? '')
}

function cardOf(lines: readonly Line[]): Card | null {
  const all = (name: string): Line[] =>
    lines.filter((line) => line.name === name).sort((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
  const first = (name: string): string => plain(all(name)[0]?.value ?? '')
  const [family = '', given = '', middle = ''] = parts(all('N')[0]?.value ?? '')
  const name = first('FN') || [given, middle, family].filter((part) => part !== '').join(' ')
  const emails = unique(all('EMAIL').map(({ value }) => plain(value.replace(/^mailto:/i, '')).toLowerCase())).filter(
    (email) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email),
  )
  const phones = unique(
    all('TEL')
      .filter(({ params }) => !/fax|pager/i.test(params.get('TYPE') ?? ''))
      .map(({ value }) => plain(value.replace(/^tel:/i, '').split(';')[0] ?? '')),
  ).filter((phone) => phone.replaceAll(/\D/g, '').length >= 5)
  if (name === '' && emails.length === 0 && phones.length === 0) return null
  const [, , , city = '', region = '', postcode = '', country = ''] = parts(all('ADR')[0]?.value ?? '')
  return {
    name,
    company: parts(all('ORG')[0]?.value ?? '')[0] ?? '',
    title: first('TITLE') || first('ROLE'),
    emails,
    phones,
    city,
    region,
    postcode,
    country,
    url: first('URL'),
    note: first('NOTE'),
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))].slice(0, 5)
}
