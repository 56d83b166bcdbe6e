import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { WordTree } from './languages.ts'

function flatten(tree: WordTree, path = ''): Map<string, string> {
  const out = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') out.set(here, value)
    else for (const [inner, text] of flatten(value, here)) out.set(inner, text)
  }
  return out
}

const holes = (text: string) => [...new Set(text.match(/\{\{\w+/g) ?? [])].sort()

describe('the words', () => {
  const english = flatten(en)
  const french = flatten(fr)

  test('both languages have the same keys', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('no word is empty', () => {
    for (const words of [english, french]) expect([...words].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('a sentence and its translation have the same blanks to fill', () => {
    const different = [...english].filter(([key, text]) => holes(text).join() !== holes(french.get(key) ?? '').join())
    // A singular may leave its number out.
    expect(different.map(([key]) => key).filter((key) => !key.endsWith('_one'))).toEqual([])
  })
})
