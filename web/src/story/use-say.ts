import { useTranslation } from 'react-i18next'
import type { SayContext } from './say-fact.ts'
import { useNames } from './use-names.ts'

/** What saying facts and decisions needs: words, language, names. */
export function useSay(): SayContext {
  const { t, i18n } = useTranslation()
  return { t, language: i18n.language, nameOf: useNames() }
}
