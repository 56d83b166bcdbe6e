/** Words that agreements write small, as they stand at the head of something. */
export function withCapital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1)
}
