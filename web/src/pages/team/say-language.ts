const TAGS =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt pt-BR ro ru sk sl sr sv th tr uk ur vi zh zh-TW'.split(
    ' ',
  )
const WRITTEN = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i

/** A language by its name in the language of the screen: "French", "portugais (Brésil)". */
export function sayLanguage(tag: string, screen: string): string {
  const name = new Intl.DisplayNames([screen], { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(screen) + name.slice(1)
}

/** The languages that are offered, by name. Others are written as their tag. */
export function languageOffers(screen: string): string[] {
  return TAGS.map((tag) => sayLanguage(tag, screen)).toSorted((a, b) => a.localeCompare(b, screen))
}

/** The tag of a language named or written as a tag; null for what is neither. */
export function readLanguage(text: string, screen: string): string | null {
  const wanted = text.trim()
  const named = TAGS.find(
    (tag) => sayLanguage(tag, screen).localeCompare(wanted, screen, { sensitivity: 'base' }) === 0,
  )
  if (named !== undefined) return named
  if (!WRITTEN.test(wanted)) return sayBack(wanted, screen)
  return Intl.getCanonicalLocales(wanted)[0] ?? null
}

/** The name of a rarer language that was stored by its tag and is shown by its name. */
function sayBack(name: string, screen: string): string | null {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  for (const first of letters)
    for (const second of letters) {
      const tag = first + second
      if (sayLanguage(tag, screen) === name && name.toLowerCase() !== tag) return tag
    }
  return null
}
