import type { Delivery } from '../compiled.ts'
import type { HandoffContext } from '../marketing-promise-schema.ts'
import { joinWords } from './join-words.ts'
import { numberInWords } from './value-in-words.ts'

const CONTEXT: Readonly<Record<HandoffContext, string>> = {
  phone: 'le numéro de téléphone',
  origin: 'la provenance',
  channel: 'le canal',
  'landing page': 'la page d’arrivée',
  'last touches': 'les dernières actions',
}
const PER = { week: 'par semaine', month: 'par mois' } as const
const number = (value: number): string => numberInWords(value, 'fr')

/** « Le marketing fournit 60 prospects qualifiés par semaine, dont au moins 20 de lettre A. » */
export function deliverFr(delivery: Delivery): string {
  const from = delivery.channel === null ? '' : ` par le canal « ${delivery.channel} »`
  if (delivery.unit === 'value') {
    const amount = `${number(delivery.goalCents / 100)} ${delivery.currency}`
    return `Le marketing fournit ${PER[delivery.per]} ${amount} de valeur de prospects${from} ; un prospect vaut ce que ceux de sa lettre et de son canal ont rapporté en moyenne.`
  }
  const s = delivery.goal < 2 ? '' : 's'
  const parts = delivery.ofWhich.map(({ letter, atLeast }) => `${number(atLeast)} de lettre ${letter}`)
  const leads = `${number(delivery.goal)} prospect${s} qualifié${s} ${PER[delivery.per]}${from}`
  return `Le marketing fournit ${leads}${parts.length === 0 ? '' : `, dont au moins ${joinWords(parts, 'et')}`}.`
}

/** « À la transmission, le marketing donne pour chaque prospect le numéro de téléphone et le canal. » */
export function giveFr(context: readonly HandoffContext[]): string {
  return `À la transmission, le marketing donne pour chaque prospect ${joinWords(
    context.map((one) => CONTEXT[one]),
    'et',
  )}.`
}
