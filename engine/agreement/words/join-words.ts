/** "A", "A or B", "A, B or C". */
export function joinWords(items: readonly string[], joint: string): string {
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  return `${items.slice(0, -1).join(', ')} ${joint} ${last}`
}
