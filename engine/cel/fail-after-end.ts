import { describeToken, fail, type Parser, peek } from './parser.ts'

/** Operators as people write them elsewhere. */
const habits: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  AND: '&&',
  OR: '||',
  is: '==',
  not: '!',
  NOT: '!',
}

/** Refuses what follows a complete expression, with the operator that was probably meant. */
export function failAfterEnd(parser: Parser): void {
  const token = peek(parser)
  const instead = Object.hasOwn(habits, token.value) ? habits[token.value] : undefined
  const remedy = instead === undefined ? 'Join conditions with && or ||, or remove what follows.' : `Write ${instead}.`
  fail(parser, token, `${describeToken(token)} was not expected here.`, remedy)
}
