import type { Delivery } from '../compiled.ts'
import type { HandoffContext } from '../marketing-promise-schema.ts'
import { joinWords } from './join-words.ts'
import { numberInWords } from './value-in-words.ts'

const CONTEXT: Readonly<Record<HandoffContext, string>> = {
  phone: 'the telephone number',
  origin: 'the origin',
  channel: 'the channel',
  'landing page': 'the landing page',
  'last touches': 'what they did last',
}
const number = (value: number): string => numberInWords(value, 'en')

/** "Marketing delivers 60 qualified leads a week, at least 20 of them with the letter A." */
export function deliverEn(delivery: Delivery): string {
  const from = delivery.channel === null ? '' : ` through the channel “${delivery.channel}”`
  if (delivery.unit === 'value') {
    const amount = `${number(delivery.goalCents / 100)} ${delivery.currency}`
    return `Marketing delivers ${amount} of lead value a ${delivery.per}${from}; a lead is worth what leads of its letter and channel have brought on average.`
  }
  const parts = delivery.ofWhich.map(({ letter, atLeast }) => `${number(atLeast)} of them with the letter ${letter}`)
  const leads = `${number(delivery.goal)} qualified lead${delivery.goal === 1 ? '' : 's'} a ${delivery.per}${from}`
  return `Marketing delivers ${leads}${parts.length === 0 ? '' : `, at least ${joinWords(parts, 'and')}`}.`
}

/** "At hand-off, marketing gives the telephone number and the channel of the lead." */
export function giveEn(context: readonly HandoffContext[]): string {
  return `At hand-off, marketing says of every lead ${joinWords(
    context.map((one) => CONTEXT[one]),
    'and',
  )}.`
}
