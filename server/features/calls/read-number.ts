import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

export type PhoneNumber = {
  e164: string
  country: string | null
  /** How the number may stand in older records: whole, and as dialled in its country. */
  spellings: string[]
}

function codeOf(country: string): CountryCode | undefined {
  const code = country.toUpperCase()
  return isSupportedCountry(code) ? code : undefined
}

/** Reads a telephone number, in international form or as it is written in a country. Null where it cannot be one. */
export function readNumber(written: string, country: string): PhoneNumber | null {
  const text = written
    .trim()
    .replace(/^sips?:/i, '')
    .replace(/@.*$/, '')
  const code = codeOf(country)
  const parsed = parsePhoneNumberFromString(text.startsWith('00') ? `+${text.slice(2)}` : text, code)
  if (!parsed?.isPossible()) return null
  const national = parsed.formatNational().replace(/\D/g, '')
  return { e164: parsed.number, country: parsed.country ?? null, spellings: [parsed.number, national] }
}

const HIDDEN = ['', 'anonymous', 'unknown', 'private', 'restricted', 'unavailable', 'withheld', 'masque', 'masqué']

/** Whether the caller's number was not shown. */
export function isHiddenNumber(written: string | null | undefined): boolean {
  const text = (written ?? '')
    .trim()
    .toLowerCase()
    .replace(/^sips?:/, '')
    .replace(/@.*$/, '')
  return HIDDEN.includes(text)
}
