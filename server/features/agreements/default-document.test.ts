import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import { expect, it } from 'vitest'
import { defaultDocument, defaultDocumentFor, wordsOf } from './default-document.ts'
import { DEFAULT_WORDS_FR } from './default-words-fr.ts'

it('says every word of the shipped agreement in French too', async () => {
  const words = wordsOf(await defaultDocument())
  expect(words.length).toBeGreaterThan(14)
  expect(words.filter((each) => DEFAULT_WORDS_FR[each] === undefined)).toEqual([])
})

it.each([
  { zone: 'America/Sao_Paulo', locale: 'fr' as const, title: 'Notre accord entre le marketing et les ventes' },
  { zone: 'Asia/Kolkata', locale: 'en' as const, title: 'Our marketing and sales agreement' },
])('reads as an agreement by the clock of $zone in $locale', async ({ zone, locale, title }) => {
  const compiled = compileAgreement(await defaultDocumentFor({ zone, locale }), 1)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  expect(compiled.agreement.calendar.zone).toBe(zone)
  expect(compiled.agreement.document.title).toBe(title)
  expect(compiled.agreement.document.fit.F1?.because).toBe(
    locale === 'fr'
      ? DEFAULT_WORDS_FR['below fifty people a first year rarely pays']
      : 'below fifty people a first year rarely pays',
  )
})
