import type { Person } from './person-field.tsx'
import type { DealRow } from './queries.ts'

/** `explain`: the deal is closed already, and somebody tells why. */
export type Losing = 'lost' | 'undecided' | 'explain'

/** What a dialog about deals is open for. */
export type Asking =
  | { is: 'missing'; deal: DealRow; to: string; error: Error }
  | { is: 'won'; deal: DealRow }
  | { is: 'lost'; deal: DealRow; how: Losing }
  | { is: 'step'; deal: DealRow }
  | { is: 'new'; pipeline?: string | undefined; person?: Person | undefined }
