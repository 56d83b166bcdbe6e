import type { ClauseSentence } from './queries.ts'

export type ComparedClause = {
  kind: 'added' | 'removed' | 'changed' | 'moved'
  section: ClauseSentence['section']
  clause: string
  before: ClauseSentence | null
  after: ClauseSentence | null
}

const IS_ORDERED = new Set<ClauseSentence['section']>(['routing', 'stages', 'late'])
const keyOf = ({ section, clause }: ClauseSentence): string => `${section} ${clause}`
const says = ({ sentence, because, owner }: ClauseSentence): string => JSON.stringify([sentence, because, owner])

/** The longest run of clauses that keep their order; the others have moved. */
function inOrder(places: readonly number[]): Set<number> {
  const runs: number[][] = []
  for (const place of places) {
    const fitting = runs.filter((run) => (run.at(-1) ?? -1) < place)
    const longest = fitting.reduce<number[]>((most, run) => (run.length > most.length ? run : most), [])
    runs.push([...longest, place])
  }
  return new Set(runs.reduce<number[]>((most, run) => (run.length > most.length ? run : most), []))
}

/** What one version says otherwise than another, clause by clause, in the order of the newer: also that a priority changed. */
export function compareClauses(before: readonly ClauseSentence[], after: readonly ClauseSentence[]): ComparedClause[] {
  const old = new Map(before.map((clause) => [keyOf(clause), clause]))
  const next = new Map(after.map((clause) => [keyOf(clause), clause]))
  const found: ComparedClause[] = []
  const places = new Map([...old.keys()].map((key, index) => [key, index]))
  const common = after.filter((clause) => old.has(keyOf(clause)) && IS_ORDERED.has(clause.section))
  const kept = inOrder(common.map((clause) => places.get(keyOf(clause)) ?? 0))
  for (const clause of after) {
    const { section } = clause
    const was = old.get(keyOf(clause)) ?? null
    if (was === null) found.push({ kind: 'added', section, clause: clause.clause, before: null, after: clause })
    else if (says(was) !== says(clause))
      found.push({ kind: 'changed', section, clause: clause.clause, before: was, after: clause })
    else if (IS_ORDERED.has(section) && !kept.has(places.get(keyOf(clause)) ?? 0))
      found.push({ kind: 'moved', section, clause: clause.clause, before: was, after: clause })
  }
  for (const clause of before)
    if (!next.has(keyOf(clause)))
      found.push({ kind: 'removed', section: clause.section, clause: clause.clause, before: clause, after: null })
  const sections = [...new Set([...after, ...before].map(({ section }) => section))]
  return found.sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section))
}

export type Word = { kind: 'same' | 'added' | 'removed'; text: string }

/** Two sentences as one, word by word: what went and what came. */
export function compareWords(before: string, after: string): Word[] {
  const [a, b] = [before.split(/(\s+)/), after.split(/(\s+)/)]
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  const words: Word[] = []
  const push = (kind: Word['kind'], text = '') => {
    const last = words.at(-1)
    if (last?.kind === kind) last.text += text
    else words.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push('same', a[i])
      i += 1
      j += 1
    } else if (
      j >= b.length ||
      (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      push('removed', a[i])
      i += 1
    } else {
      push('added', b[j])
      j += 1
    }
  }
  return words
}
