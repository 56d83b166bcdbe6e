import { useTranslation } from 'react-i18next'
import { formatLocale } from '../i18n/format-locale.ts'

/** A whole amount in a currency; cents are shown only when there are some. */
export function sayMoney(amountCents: number, currency: string, language: string): string {
  const digits = amountCents % 100 === 0 ? 0 : 2
  const style = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(formatLocale(language), style).format(amountCents / 100)
}

/** A share as a percentage: one decimal below 10 %, none at 0 and 100. */
export function sayShare(share: number, language: string): string {
  const digits = share === 0 || share === 1 ? 0 : share < 0.1 ? 1 : share < 1 && share > 0.9995 ? 2 : 1
  return new Intl.NumberFormat(formatLocale(language), { style: 'percent', maximumFractionDigits: digits }).format(
    share,
  )
}

/** The ways numbers are written in the language of the interface. */
export function useNumbers() {
  const { i18n } = useTranslation()
  const language = i18n.language
  return {
    count: (n: number) => new Intl.NumberFormat(formatLocale(language)).format(n),
    points: (n: number) => new Intl.NumberFormat(formatLocale(language), { maximumFractionDigits: 1 }).format(n),
    signed: (n: number) =>
      new Intl.NumberFormat(formatLocale(language), { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(n),
    share: (share: number) => sayShare(share, language),
    money: (amountCents: number, currency: string) => sayMoney(amountCents, currency, language),
  }
}
