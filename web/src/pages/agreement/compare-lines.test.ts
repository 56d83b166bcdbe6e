import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLines, foldUnchanged } from './compare-lines.ts'

describe('comparing two documents line by line', () => {
  it('marks one changed line as taken out and put in', () => {
    const lines = compareLines('a\nb\nc', 'a\nx\nc')
    expect(lines.map((line) => `${line.kind} ${line.text}`)).toEqual(['same a', 'removed b', 'added x', 'same c'])
  })

  it('gives both documents back from what it shows', () => {
    const document = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(document, document, (before, after) => {
        const lines = compareLines(before, after)
        const pick = (kind: string) =>
          lines
            .filter((line) => line.kind !== kind)
            .map((line) => line.text)
            .join('\n')
        expect(pick('added')).toBe(before)
        expect(pick('removed')).toBe(after)
      }),
    )
  })

  it('folds what is far from a change', () => {
    const before = Array.from({ length: 20 }, (_, i) => `line ${i}`)
    const after = before.with(10, 'changed')
    const shown = foldUnchanged(compareLines(before.join('\n'), after.join('\n')), 1)
    expect(shown.map((one) => one.kind)).toEqual(['gap', 'same', 'removed', 'added', 'same', 'gap'])
  })
})
