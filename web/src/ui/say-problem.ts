import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ProblemError, type ProblemPlace } from '../api/problem-error.ts'
import { currentLanguage } from '../i18n/i18n.ts'

export type SaidProblem = { code: string; title: string; detail: string; mend: string; places: ProblemPlace[] }

/** An error in words: what is wrong, and what to do. The server's own words win where it has some. */
export function sayProblem(error: unknown, t: TFunction): SaidProblem {
  if (!(error instanceof ProblemError)) {
    return {
      code: 'fault',
      title: t('common.error.other.title'),
      detail: error instanceof Error ? error.message : '',
      mend: '',
      places: [],
    }
  }
  const { code, message, mend, places } = error
  const with_ = (title: string, ownMend: string) => ({ code, title, detail: message, mend: mend ?? ownMend, places })
  switch (code) {
    case 'offline':
      return with_(t('common.error.offline.title'), t('common.error.offline.mend'))
    case 'not-ready':
      return with_(t('common.error.notReady.title'), t('common.error.notReady.mend'))
    case 'not-found':
      // The server speaks English; that something is not there can be said in the reader's own language.
      if (currentLanguage() !== 'en') {
        const title = t('common.error.notFound.title')
        return { code, title, detail: '', mend: t('common.error.notFound.mend'), places }
      }
      return with_(t('common.error.notFound.title'), t('common.error.notFound.mend'))
    case 'not-allowed':
      return with_(t('common.error.notAllowed.title'), t('common.error.notAllowed.mend'))
    case 'refused':
      return with_(t('common.error.refused.title'), '')
    case 'fault':
      return { code, title: t('common.error.fault.title'), detail: '', mend: t('common.error.fault.mend'), places }
    default:
      return with_(t('common.error.other.title'), '')
  }
}

/** `sayProblem` in the language of the interface. */
export function useSayProblem(): (error: unknown) => SaidProblem {
  const { t } = useTranslation()
  return (error) => sayProblem(error, t)
}
