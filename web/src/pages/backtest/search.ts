import type { operations } from '../../api/schema.gen.ts'
import { oneOf, type RawSearch, text } from '../../search.ts'

type Asked = NonNullable<operations['listBacktestLeads']['parameters']['query']>
export type NumberName = NonNullable<Asked['number']>

/** The lists that the page opens. */
export const NUMBERS = [
  'seen',
  'qualified',
  'qualified in force',
  'really qualified',
  'only draft',
  'only in force',
  'won',
  'won caught',
  'won caught in force',
  'won missed',
  'won earlier',
  'won later',
  'promises kept',
  'promises broken',
  'promises unknowable',
  'promises broken in force',
  'unroutable',
  'nobody worked',
  'young',
] as const satisfies readonly NumberName[]

export type RowsShown = { number: NumberName; grade?: string | undefined; seller?: string | undefined }

export const CURVES = ['cutOffs', 'bestFirst'] as const

/** `rows` is the number whose leads are open. */
export type BacktestSearch = {
  rows?: NumberName | undefined
  grade?: string | undefined
  seller?: string | undefined
  curve?: (typeof CURVES)[number] | undefined
}

/** Reads the address of the page. */
export function parseBacktestSearch(raw: RawSearch): BacktestSearch {
  return {
    rows: oneOf(raw.rows, NUMBERS),
    grade: text(raw.grade),
    seller: text(raw.seller),
    curve: oneOf(raw.curve, CURVES),
  }
}
