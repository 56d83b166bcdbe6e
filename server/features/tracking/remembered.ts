/** A pure function that remembers its latest answers, for what visitors say again and again. `most` bounds what it keeps. */
export function remembered<T>(compute: (text: string) => T, most: number): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= most) answers.clear()
    const answer = compute(text)
    answers.set(text, answer)
    return answer
  }
}
