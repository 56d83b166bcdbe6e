/** What an expression may cost at most: hostile input is refused before it is looked at closely. */
export const limits = {
  sourceChars: 4_000,
  depth: 50,
  listItems: 1_000,
  nestedQuantifiers: 2,
} as const
