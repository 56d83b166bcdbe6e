export type SplitKind = 'time' | 'mod5'
export type Split = { readonly train: Uint32Array; readonly test: Uint32Array }

/**
 * Rows 0 to n - 1 to learn from and rows to be measured on. `time`: the first four fifths, then the last fifth, as a score
 * would be used. `mod5`: every fifth row, the first included, is for measuring: it flatters where times change.
 */
export function splitRows(n: number, kind: SplitKind): Split {
  const isTest = kind === 'time' ? (row: number) => row >= Math.floor(0.8 * n) : (row: number) => row % 5 === 0
  const train: number[] = []
  const test: number[] = []
  for (let row = 0; row < n; row += 1) (isTest(row) ? test : train).push(row)
  return { train: Uint32Array.from(train), test: Uint32Array.from(test) }
}
