import type { TFunction } from 'i18next'
import type { By } from './search.ts'

/** What a label is called: touches without one are said to have none. */
export function nameOf(label: string, by: By, t: TFunction): string {
  return label === '' ? t(`attribution.none.${by}`) : label
}
