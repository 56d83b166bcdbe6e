/** The locale numbers and dates are written in: English with days before months and a 24-hour clock, as most of its readers here write them. */
export function formatLocale(language: string): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB'
}
