/** A calendar day (`2018-01-31`) in words. French says "1er". */
export function sayDay(date: string, language: string, month: 'long' | 'short' = 'long'): string {
  const said = new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(date),
  )
  return language.startsWith('fr') ? said.replace(/^1 /, '1er ') : said
}
