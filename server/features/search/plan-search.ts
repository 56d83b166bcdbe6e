export type SearchPlan = {
  /** What was typed, folded. */
  text: string
  /** Begins an e-mail address or an external id. */
  prefix: string
  /** Begins a phone number in its international form, or null when this is no number. */
  phonePrefix: string | null
  /** `like` patterns that an index of trigrams can answer; the first two are looked up, every one must hold. */
  patterns: string[]
}

const MOST_WORDS = 6

/** How to look for what somebody typed. Fewer than three letters in a row can only be the beginning of something. */
export function planSearch(typed: string): SearchPlan {
  const text = typed.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const words = text
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  const long = words.filter((word) => [...word].length >= 3).sort((a, b) => b.length - a.length)
  const brief = words.filter((word) => [...word].length < 3)
  const phrase = long.length === 0 && [...text].length >= 4 ? [text] : []
  const patterns = [...long, ...phrase, ...(long.length > 0 ? brief : [])].map((word) => `%${literal(word)}%`)
  return { text, prefix: text, phonePrefix: phonePrefixOf(text), patterns }
}

/** The text as `like` takes it literally. */
export function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}

function phonePrefixOf(text: string): string | null {
  if (!/^[+(]?[\d\s().-]+$/.test(text)) return null
  const digits = text.replaceAll(/\D/g, '')
  return digits.length < 3 ? null : text.startsWith('+') ? `+${digits}` : digits
}
