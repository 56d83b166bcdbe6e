import type { Field, Part, Row, Rows, Vocabulary } from './queries.ts'

type Operator = Row['is']

export const OPERATORS_OF: Readonly<Record<Field['kind'] | 'one of a set', readonly Operator[]>> = {
  text: [
    'is',
    'is not',
    'one of',
    'none of',
    'starts with',
    'ends with',
    'contains',
    'does not start with',
    'does not end with',
    'does not contain',
    'is known',
    'is unknown',
  ],
  number: ['at least', 'more than', 'at most', 'less than', 'is', 'is not', 'is known', 'is unknown'],
  'yes or no': ['is true', 'is false'],
  any: [
    'is',
    'is not',
    'at least',
    'more than',
    'at most',
    'less than',
    'one of',
    'none of',
    'contains',
    'is true',
    'is false',
    'is known',
    'is unknown',
  ],
  'one of a set': ['one of', 'none of', 'is', 'is not', 'is known', 'is unknown'],
}

export function operatorsOf(field: Field | undefined): readonly Operator[] {
  if (field === undefined) return OPERATORS_OF.any
  return OPERATORS_OF[field.values !== null && field.values.length > 0 ? 'one of a set' : field.kind]
}

export const takesNothing = (is: Operator): boolean =>
  is === 'is known' || is === 'is unknown' || is === 'is true' || is === 'is false'
export const takesMany = (is: Operator): boolean => is === 'one of' || is === 'none of'
export const takesNumber = (is: Operator): boolean =>
  is === 'at least' || is === 'more than' || is === 'at most' || is === 'less than'

/** What a condition of this part may read. */
export function fieldsFor(part: Part, { who, lead, routing, source, facts }: Vocabulary): readonly Field[] {
  const parent = String(part.parent.at(-1))
  if (parent === 'fit') return who
  if (parent === 'routing') return routing
  if (parent === 'sources') return source
  if (parent !== 'engagement') return lead
  const { value } = part
  const on = typeof value === 'object' && value !== null && 'on' in value ? value.on : null
  return facts.find((fact) => fact.kind === on)?.fields ?? who
}

/** Field groups: the noun before the dot. */
export function groupOf(field: string): string {
  return field.includes('.') ? field.slice(0, field.indexOf('.')) : 'grade'
}

/** A row whose value fits its comparison: the value typed before is kept where it can be. */
export function withOperator(row: Row, is: Operator, field: Field | undefined): Row {
  if (takesNothing(is)) return { ...row, is, value: null }
  if (takesMany(is)) {
    const { value } = row
    return { ...row, is, value: Array.isArray(value) ? value : value === null || value === '' ? [] : [String(value)] }
  }
  const one = Array.isArray(row.value) ? (row.value[0] ?? '') : (row.value ?? '')
  if (takesNumber(is) || field?.kind === 'number')
    return { ...row, is, value: Number.isFinite(Number(one)) && one !== '' ? Number(one) : 0 }
  return { ...row, is, value: typeof one === 'boolean' ? String(one) : one }
}

/** A first comparison for a field just chosen. */
export function rowFor(field: string, known: Field | undefined): Row {
  const [is = 'is'] = operatorsOf(known)
  return withOperator({ field, is, value: known?.reads === 'cents' ? 100_000 : null }, is, known)
}

const isWhole = (row: Row): boolean =>
  row.field !== '' &&
  (takesNothing(row.is) || (takesMany(row.is) ? Array.isArray(row.value) && row.value.length > 0 : row.value !== null))

/** The rows that say something yet; null when none does. */
export function wholeRows(rows: Rows): Rows | null {
  const found = rows.rows.flatMap((row): Rows['rows'] => {
    if (!('rows' in row)) return isWhole(row) ? [row] : []
    const inner = row.rows.filter(isWhole)
    return inner.length === 0 ? [] : [{ ...row, rows: inner }]
  })
  return found.length === 0 ? null : { ...rows, rows: found }
}
