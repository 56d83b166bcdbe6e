import { useTranslation } from 'react-i18next'
import { formatLocale } from '../../i18n/format-locale.ts'

/** An amount as it stands in a field, without its currency; empty when there is none. `parseAmount` reads it back. */
export function useWrittenAmount(): (cents: number | null) => string {
  const { i18n } = useTranslation()
  return (cents) => {
    if (cents === null) return ''
    const digits = cents % 100 === 0 ? 0 : 2
    const style = { minimumFractionDigits: digits, maximumFractionDigits: digits }
    return new Intl.NumberFormat(formatLocale(i18n.language), style).format(cents / 100)
  }
}
