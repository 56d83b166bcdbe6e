import type { TFunction } from 'i18next'

type Named = { name: string | null; company: string | null; person: string }

/** What a deal is called: its own name, else whom it is with. */
export function nameOf(deal: Named, t: TFunction): string {
  return [deal.name, deal.company, deal.person].find((one) => one !== null && one !== '') ?? t('deals.nameless')
}
