/** Words by number: columns hold the number, each word is kept once. */
export type Words = { codes: Map<string, number>; words: string[] }

export const emptyWords = (): Words => ({ codes: new Map(), words: [] })

/** The number of a word, a new one where it has none yet. */
export function codeOf({ codes, words }: Words, word: string): number {
  const known = codes.get(word)
  if (known !== undefined) return known
  codes.set(word, words.length)
  words.push(word)
  return words.length - 1
}
