import { useTranslation } from 'react-i18next'
import { formatLocale } from '../../i18n/format-locale.ts'

/** Figures of models as people compare them: three decimals; a dash for what could not be measured. */
export function useDecimals(digits = 3): (value: number | null) => string {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(formatLocale(i18n.language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return (value) => (value === null ? '–' : format.format(value))
}
