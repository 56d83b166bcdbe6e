import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, done } from '../api/client.ts'
import { sessionQuery } from '../api/session.ts'
import { setLanguage } from '../i18n/i18n.ts'
import type { Language } from '../i18n/languages.ts'

/** Changes the language here at once and on the account, so that the next browser knows it too. */
export function useChooseLanguage(): (language: Language) => void {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: async (locale: Language) => {
      await setLanguage(locale)
      await done(api.PATCH('/api/session', { body: { locale } }))
    },
    // Sentences of clauses and definitions come from the server in the caller's language.
    onSettled: () =>
      client.invalidateQueries({
        predicate: (query) => query.queryKey[0] !== 'leads' || sessionQuery.queryKey[0] === query.queryKey[0],
      }),
  })
  return mutate
}
