/** Every grade, by its number: the best first. */
export const GRADES: readonly string[] = ['A', 'B', 'C', 'D'].flatMap((letter) =>
  [1, 2, 3, 4].map((number) => `${letter}${number}`),
)
