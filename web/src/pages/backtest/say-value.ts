import type { TFunction } from 'i18next'
import type { Trait } from './queries.ts'

/** The value of a trait as people say it; an empty one is the leads of whom it is not known. */
export function sayValue(t: TFunction, language: string, trait: Trait, value: string): string {
  if (value === '') return t('common.none')
  if (trait !== 'country' || !/^[A-Z]{2}$/.test(value)) return value
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(value) ?? value
}
