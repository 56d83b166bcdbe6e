const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
}

function characterOf(whole: string, name: string): string {
  if (name[0] !== '#') return NAMED[name.toLowerCase()] ?? whole
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : whole
}

/** `<i>Q&amp;A</i>` as "Q&A": tags and inner timestamps go, character references become characters. */
export function stripMarkup(text: string): string {
  return decodeReferences(text.replace(/<\/?[a-z0-9:.][^>]*>/gi, ''))
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

export function decodeReferences(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, characterOf)
}
