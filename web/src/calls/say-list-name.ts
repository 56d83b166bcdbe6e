import type { TFunction } from 'i18next'

const OF_DEMO = 'Quiet leads of the trade fair'

/** The name of a call list. The one that comes with the demo company is said in the reader's language, all others as they were typed. */
export function sayListName(name: string, t: TFunction): string {
  return name === OF_DEMO ? t('calls.demoList') : name
}
