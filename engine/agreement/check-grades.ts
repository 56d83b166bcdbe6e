import type { Compiler } from './compiler.ts'
import type { AgreementDocument } from './document.ts'
import type { DocumentPath } from './problem.ts'

function checkFalling(
  compiler: Compiler,
  path: DocumentPath,
  thresholds: readonly (readonly [string, number])[],
): void {
  for (const [index, [name, from]] of thresholds.entries()) {
    const above = thresholds[index - 1]
    if (above === undefined || from < above[1]) continue
    const what = `${name} begins at ${from}, not below the ${above[1]} of ${above[0]}: nobody would be ${name}.`
    compiler.report([...path, name], what, 'Let the points fall from the best to the least.')
  }
}

/** A grade nobody could have is refused: points fall from the best to the least. */
export function checkGrades(
  compiler: Compiler,
  { letter, number }: AgreementDocument['grades'],
  path: DocumentPath,
): void {
  checkFalling(
    compiler,
    [...path, 'letter'],
    [
      ['A', letter.A],
      ['B', letter.B],
      ['C', letter.C],
    ],
  )
  checkFalling(
    compiler,
    [...path, 'number'],
    [
      ['1', number[1]],
      ['2', number[2]],
      ['3', number[3]],
    ],
  )
}
