const KEY = 'ensemble-seen'
const AT_MOST = 300
const thisVisit = new Map<string, { before: number | null; at: number }>()
const SAME_VISIT_MS = 60_000

function read(): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter((one): one is [string, number] => typeof one[1] === 'number'))
  } catch {
    return {}
  }
}

/** When this browser last showed a person's story, epoch ms; null the first time. Marks it as seen now. */
export function lookAt(personId: string): number | null {
  const now = Date.now()
  const visit = thisVisit.get(personId)
  if (visit !== undefined && now - visit.at < SAME_VISIT_MS) return visit.before
  const seen = read()
  const before = seen[personId] ?? null
  const kept = Object.entries({ ...seen, [personId]: now })
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, AT_MOST)
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)))
  thisVisit.set(personId, { before, at: now })
  return before
}
