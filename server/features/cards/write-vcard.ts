export type OwnCard = {
  name: string
  company: string
  title: string
  email: string
  phone: string
  url: string
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(/[;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
}

/** A line of at most 75 bytes, the rest folded, never within a character. */
function folded(line: string): string {
  const out: string[] = []
  let now = ''
  for (const sign of line) {
    if (Buffer.byteLength(now + sign) > 75) {
      out.push(now)
      now = ` ${sign}`
    } else now += sign
  }
  return [...out, now].join('\r\n')
}

/** A card as vCard 3.0, which every phone reads. */
export function writeVcard(card: OwnCard): string {
  const words = card.name.trim().split(/\s+/)
  const family = words.length > 1 ? (words.at(-1) ?? '') : ''
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : card.name
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(family)};${escaped(given)};;;`,
    `FN:${escaped(card.name)}`,
    ...(card.company === '' ? [] : [`ORG:${escaped(card.company)}`]),
    ...(card.title === '' ? [] : [`TITLE:${escaped(card.title)}`]),
    ...(card.email === '' ? [] : [`EMAIL;TYPE=INTERNET,WORK:${card.email}`]),
    ...(card.phone === '' ? [] : [`TEL;TYPE=WORK,VOICE:${escaped(card.phone)}`]),
    ...(card.url === '' ? [] : [`URL:${card.url}`]),
    'END:VCARD',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
