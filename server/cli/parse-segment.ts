import { ACCOUNT_SIZES, type AccountSize, type Segment, TRAITS, type Trait } from '@ensemble/engine/backtest/segment.ts'
import { ExplainedError } from '../explained-error.ts'

/** NAME=VALUE, and never `NAME == VALUE`, which is a condition. */
const PAIR = /^\s*([A-Za-z]+)\s*=(?!=)\s*(.*)$/s

/** A segment from the words of a command: traits as NAME=VALUE, anything else is a condition; all must hold. */
export function parseSegment(expressions: readonly string[]): Segment {
  const traits: Partial<Record<Exclude<Trait, 'accountSize'>, string>> = {}
  let accountSize: Segment['accountSize']
  const conditions: string[] = []
  for (const expression of expressions) {
    const [, written, value = ''] = PAIR.exec(expression) ?? []
    if (expression.trim() === '')
      throw new ExplainedError('--segment says nothing: write channel=referral, or a condition.')
    if (written === undefined) {
      conditions.push(expression)
      continue
    }
    const name = TRAITS.find((each) => each === written)
    if (name === undefined)
      throw new ExplainedError(
        `--segment is ${TRAITS.join(', ')} with a value, such as channel=referral, or a condition with ==; "${expression}" is not.`,
      )
    if (name === 'accountSize') accountSize = parseAccountSize(value)
    else traits[name] = value
  }
  const [only = ''] = conditions
  const when = conditions.length === 1 ? only : conditions.map((each) => `(${each})`).join(' && ')
  return { ...traits, ...(accountSize === undefined ? {} : { accountSize }), ...(when === '' ? {} : { when }) }
}

function parseAccountSize(text: string): AccountSize | '' {
  const size = ACCOUNT_SIZES.find((each) => each === text)
  if (size !== undefined || text === '') return size ?? ''
  throw new ExplainedError(`An accountSize is one of ${ACCOUNT_SIZES.join(', ')}; "${text}" is not.`)
}
