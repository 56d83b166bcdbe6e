import { expect, it } from 'vitest'
import { findPhrases } from './find-phrases.ts'
import type { Chat } from './transcript.ts'

const chat = (...texts: string[]): Chat => ({
  kind: 'chat',
  source: 'dialogue',
  id: null,
  speakers: [],
  issues: [],
  messages: texts.map((text) => ({ speakerKey: 'anna', text })),
})
const rival = (...phrases: string[]) => [{ kind: 'competitor' as const, name: 'Rival', phrases }]
const found = (text: string, ...phrases: string[]) =>
  findPhrases(chat(text), new Map([['anna', 'prospect']]), rival(...phrases)).map(({ from, to }) =>
    text.slice(from, to),
  )

it.each([
  ['We use Rival, and rivals.', ['rival'], ['Rival']],
  ['La cible DÉJÀ   vue', ['deja vue'], ['DÉJÀ   vue']],
  ['Sales Force One and Sales Force', ['sales force', 'sales force one'], ['Sales Force One', 'Sales Force']],
  ['C++ (v2)', ['c++'], ['C++']],
  ['弊社は競合社を使う', ['競合社'], ['競合社']],
  ['nothing of the kind', ['', '  '], []],
])('%s', (text, phrases, expected) => {
  expect(found(text, ...phrases)).toEqual(expected)
})

it('says who said it, and where', () => {
  expect(findPhrases(chat('no', 'a rival'), new Map([['anna', 'prospect']]), rival('rival'))).toEqual([
    { kind: 'competitor', name: 'Rival', phrase: 'rival', segment: 1, from: 2, to: 7, side: 'prospect', startMs: null },
  ])
})
