export type ComparedLine = {
  kind: 'same' | 'added' | 'removed'
  text: string
  oldLine: number | null
  newLine: number | null
}

/** Beyond this many cells the middle is shown as replaced whole: a table of that size would freeze the page. */
const MOST_CELLS = 4_000_000

function lengthsOf(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j
      lengths[at] =
        a[i] === b[j] ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  return lengths
}

/** Line by line, what a new text took from an old one (longest common subsequence between the common head and tail). */
export function compareLines(before: string, after: string): ComparedLine[] {
  const a = before.split('\n')
  const b = after.split('\n')
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const lines: ComparedLine[] = []
  const push = (kind: ComparedLine['kind'], i: number, j: number) => {
    const text = (kind === 'removed' ? a[i] : b[j]) ?? ''
    lines.push({ kind, text, oldLine: kind === 'added' ? null : i + 1, newLine: kind === 'removed' ? null : j + 1 })
  }
  for (let i = 0; i < head; i += 1) push('same', i, i)
  const oldMiddle = a.slice(head, a.length - tail)
  const newMiddle = b.slice(head, b.length - tail)
  const isTooLarge = oldMiddle.length * newMiddle.length > MOST_CELLS
  const width = newMiddle.length + 1
  const lengths = isTooLarge ? new Uint32Array(0) : lengthsOf(oldMiddle, newMiddle)
  let i = 0
  let j = 0
  while (i < oldMiddle.length || j < newMiddle.length) {
    if (!isTooLarge && i < oldMiddle.length && j < newMiddle.length && oldMiddle[i] === newMiddle[j]) {
      push('same', head + i, head + j)
      i += 1
      j += 1
    } else if (
      i < oldMiddle.length &&
      (j >= newMiddle.length || isTooLarge || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      push('removed', head + i, head + j)
      i += 1
    } else {
      push('added', head + i, head + j)
      j += 1
    }
  }
  for (let k = tail; k > 0; k -= 1) push('same', a.length - k, b.length - k)
  return lines
}

export type Shown = ComparedLine | { kind: 'gap'; lines: number }

/** Keeps `around` unchanged lines beside each change and folds the rest, so that a change of one word reads in one glance. */
export function foldUnchanged(lines: readonly ComparedLine[], around = 3): Shown[] {
  const isNear = lines.map(() => false)
  for (const [i, line] of lines.entries()) {
    if (line.kind === 'same') continue
    for (let k = Math.max(0, i - around); k <= Math.min(lines.length - 1, i + around); k += 1) isNear[k] = true
  }
  const shown: Shown[] = []
  let folded = 0
  for (const [i, line] of lines.entries()) {
    if (!isNear[i]) {
      folded += 1
      continue
    }
    if (folded > 0) shown.push({ kind: 'gap', lines: folded })
    folded = 0
    shown.push(line)
  }
  if (folded > 0) shown.push({ kind: 'gap', lines: folded })
  return shown
}
