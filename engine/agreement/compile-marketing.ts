import type { CompiledAgreement, Delivery, Promise_ } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import type { MarketingPromise } from './marketing-promise-schema.ts'

type Marketing = CompiledAgreement['marketing']
type Path = readonly (string | number)[]
type Deliver = Extract<MarketingPromise, { deliver: string }>

const LETTERS = ['A', 'B', 'C', 'D'] as const
const AMOUNT = /^([\d,]+) (?:qualified leads|([A-Z]{3}) of lead value) (?:a|per) (week|month)$/

function readParts(compiler: Compiler, promise: Deliver, goal: number, path: Path) {
  const ofWhich = LETTERS.flatMap((letter) => {
    const atLeast = promise.of_which?.[`grade ${letter}`]
    return atLeast === undefined ? [] : [{ letter, atLeast }]
  })
  const sum = ofWhich.reduce((total, part) => total + part.atLeast, 0)
  if (sum > goal)
    compiler.report(
      [...path, 'of_which'],
      `${sum} of ${goal} cannot be.`,
      'Promise fewer by grade, or more altogether.',
    )
  return ofWhich
}

function readDelivery(compiler: Compiler, head: Promise_, promise: Deliver, path: Path): Delivery {
  const [, digits = '0', currency, per] = AMOUNT.exec(promise.deliver) ?? []
  const goal = Number(digits.replaceAll(',', ''))
  if (goal === 0)
    compiler.report(
      [...path, 'deliver'],
      'A promise of nothing is none.',
      'Write how many, such as "60 qualified leads a week".',
    )
  if (goal > 1e12) compiler.report([...path, 'deliver'], 'Nobody can deliver this many.', 'Write a smaller number.')
  const common = {
    ...head,
    per: per === 'month' ? ('month' as const) : ('week' as const),
    channel: promise.in?.channel ?? null,
  }
  if (currency === undefined)
    return { ...common, unit: 'leads', goal, ofWhich: readParts(compiler, promise, goal, path) }
  if (promise.of_which !== undefined)
    compiler.report(
      [...path, 'of_which'],
      'Lead value has no share by grade: the grade is in the value.',
      'Remove it, or promise qualified leads.',
    )
  return { ...common, unit: 'value', goalCents: goal * 100, currency }
}

/** Two promises of the same thing, of the same channel, for the same time. */
function isSame(a: Delivery, b: Delivery): boolean {
  return a.unit === b.unit && a.channel === b.channel && a.per === b.per
}

/** Reads what marketing promised: deliveries, what comes with a lead, answers to feedback. */
export function compileMarketing(compiler: Compiler): Marketing {
  const deliveries: Delivery[] = []
  const marketing: Marketing = { deliveries, handoff: null, feedback: null }
  for (const [name, promise] of Object.entries(compiler.document.marketing_promises)) {
    const path = ['marketing_promises', name]
    const head = { clause: compiler.clause(name, path), because: promise.because ?? null }
    const twice = (): void => compiler.report(path, 'This promise is made twice.', 'Keep one of the two.')
    if ('deliver' in promise) {
      const delivery = readDelivery(compiler, head, promise, path)
      if (deliveries.some((other) => isSame(other, delivery))) twice()
      deliveries.push(delivery)
    } else if ('give' in promise) {
      if (marketing.handoff !== null) twice()
      marketing.handoff = { ...head, gives: [...new Set(promise.give)] }
    } else {
      if (marketing.feedback !== null) twice()
      marketing.feedback = { ...head, within: compiler.promised(promise.within, [...path, 'within']) }
    }
  }
  return marketing
}
