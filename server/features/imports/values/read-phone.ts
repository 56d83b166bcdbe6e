import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import { type Reading, read, unread } from './reading.ts'

/** A phone number in international form (+33612345678). A number without `+` is read in the given country. */
export function readPhone(text: string, country: string | null): Reading<string> {
  const written = text.trim()
  const international = written.replace(/^00(?=[1-9])/, '+')
  if (country === null && !international.startsWith('+')) {
    return unread('phone-without-country', `"${written.slice(0, 60)}" does not say its country (+33 …)`)
  }
  const parsed = parsePhoneNumberFromString(international, codeOf(country))
  if (!parsed?.isValid()) return unread('invalid-phone', `"${written.slice(0, 60)}" is not a phone number`)
  return read(parsed.number)
}

function codeOf(country: string | null): CountryCode | undefined {
  return country !== null && isSupportedCountry(country) ? country : undefined
}
