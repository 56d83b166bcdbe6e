export type SearchPlan = {
  /** What was typed, folded. */
  text: string
  /** It looks like an e-mail address or a number: a hit among those says enough. */
  isKey: boolean
  /** Begins a phone number in its international form, or null when this is no number. */
  phonePrefix: string | null
  /** `like` patterns that the index of trigrams answers, the most telling first: at most two. */
  lookedUp: string[]
  /** `like` patterns that must hold as well. */
  others: string[]
}

const MOST_WORDS = 6

/** How to look for what somebody typed. Fewer than three letters in a row can only be the beginning of something. */
export function planSearch(typed: string): SearchPlan {
  const text = typed.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const words = text.split(' ').slice(0, MOST_WORDS)
  const telling = words.filter(hasTrigram).sort((a, b) => b.length - a.length)
  // "wu li": each word is too short, but together they hold the end of one and the beginning of the other.
  const phrase = telling.length === 0 && /[\p{L}\p{N}]{2} [\p{L}\p{N}]/u.test(text) ? [text] : []
  const lookedUp = [...telling.slice(0, 2).map(nameOf), ...phrase]
  const others = lookedUp.length === 0 ? [] : words.filter((word) => !lookedUp.includes(word))
  const phonePrefix = phonePrefixOf(text)
  return {
    text,
    isKey: phonePrefix !== null || /^\S+@\S*$/.test(text),
    phonePrefix,
    lookedUp: lookedUp.map(holding),
    others: phrase.length > 0 ? [] : others.map(holding),
  }
}

function hasTrigram(word: string): boolean {
  return /[\p{L}\p{N}]{3}/u.test(nameOf(word))
}

/** Of an e-mail address the part before the @: half of everybody may share the rest. */
function nameOf(word: string): string {
  const at = word.indexOf('@')
  return at >= 3 ? word.slice(0, at) : word
}

function holding(text: string): string {
  return `%${literal(text)}%`
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
