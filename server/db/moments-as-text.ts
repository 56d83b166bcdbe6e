import { type CustomTypesConfig, types } from 'pg'

const TIMESTAMPTZ = types.builtins.TIMESTAMPTZ
const IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/
const parseMoment = types.getTypeParser(TIMESTAMPTZ, 'text')

/** A moment as PostgreSQL writes it, as `toISOString` writes it. */
export function isoOfMoment(text: string): string {
  if (!IN_UTC.test(text)) {
    const moment: unknown = parseMoment(text)
    return moment instanceof Date ? moment.toISOString() : String(moment)
  }
  const fraction = text.length > 22 ? text.slice(20, -3).slice(0, 3).padEnd(3, '0') : '000'
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}

/** For statements whose moments are only shown: making a Date of each, and text again of that, costs more than the row. */
export const MOMENTS_AS_TEXT: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ && format !== 'binary' ? isoOfMoment : types.getTypeParser(oid, format),
}
