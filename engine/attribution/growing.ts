/** Numbers that are appended one by one. */
export type Growing = { values: Float64Array; length: number }

export function growing(capacity = 1024): Growing {
  return { values: new Float64Array(capacity), length: 0 }
}

export function append(column: Growing, value: number): void {
  if (column.length === column.values.length) {
    const wider = new Float64Array(column.values.length * 2)
    wider.set(column.values)
    column.values = wider
  }
  column.values[column.length] = value
  column.length += 1
}

export function valuesOf(column: Growing): Float64Array {
  return column.values.slice(0, column.length)
}
