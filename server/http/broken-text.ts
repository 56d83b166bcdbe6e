import type { ProblemPlace } from './problem.ts'

const DEEPEST = 64

/** Places whose text cannot be stored: a NUL character, half of a surrogate pair, or nesting beyond reason. */
export function brokenText(value: unknown, part: string): ProblemPlace[] {
  const places: ProblemPlace[] = []
  const rest: { value: unknown; where: string; depth: number }[] = [{ value, where: part, depth: 0 }]
  for (let one = rest.pop(); one !== undefined && places.length < 20; one = rest.pop()) {
    const { where, depth } = one
    if (typeof one.value === 'string') {
      if (!isStorable(one.value)) places.push({ where, what: 'holds a NUL character or half of a character pair' })
    } else if (typeof one.value === 'object' && one.value !== null) {
      if (depth >= DEEPEST) places.push({ where, what: `is nested deeper than ${DEEPEST} levels` })
      else {
        for (const [key, inner] of Object.entries(one.value)) {
          if (!isStorable(key))
            places.push({ where, what: 'has a field whose name holds a NUL character or half of a character pair' })
          rest.push({ value: inner, where: `${where}.${key}`, depth: depth + 1 })
        }
      }
    }
  }
  return places
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
