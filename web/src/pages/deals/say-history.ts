import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { sayDealStage } from '../../story/say-deal-stage.ts'
import { useNames } from '../../story/use-names.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { sayDay } from '../../ui/say-day.ts'
import { type DealView, settingsQuery } from './queries.ts'

type Entry = DealView['history'][number]
type Says = {
  t: TFunction
  money: (cents: number, currency: string) => string
  day: (day: string) => string
  name: (id: string) => string
  reason: (code: string) => string
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What a change says of each thing it changed. */
function changesIn(data: Entry['data'], { t, money, day, name }: Says): string[] {
  const said: string[] = []
  if (typeof data.amountCents === 'number') said.push(money(data.amountCents, text(data.currency) || 'EUR'))
  if (typeof data.name === 'string') said.push(data.name)
  if (data.closeDate === null) said.push(t('deals.noCloseDay'))
  if (typeof data.closeDate === 'string') said.push(t('deals.history.closes', { day: day(data.closeDate) }))
  if (typeof data.nextStep === 'string') said.push(t('deals.history.next', { step: data.nextStep }))
  if (typeof data.nextStepAt === 'string' && data.nextStep === undefined)
    said.push(t('deals.history.nextOn', { day: day(data.nextStepAt.slice(0, 10)) }))
  if (typeof data.closer === 'string') said.push(t('deals.history.owner', { name: name(data.closer) }))
  if (Array.isArray(data.products)) said.push(t('deals.history.products', { count: data.products.length }))
  if (Array.isArray(data.people)) said.push(t('deals.history.people', { count: data.people.length }))
  if (Array.isArray(data.competitors))
    said.push(
      data.competitors.length === 0
        ? t('deals.competitors.none')
        : t('deals.history.against', { names: data.competitors.join(', ') }),
    )
  if (data.offerSent === true) said.push(t('deals.history.offer'))
  if (typeof data.override === 'string') said.push(t('deals.history.override', { why: data.override }))
  return said
}

function withDetails(head: string, details: readonly string[]): string {
  return details.length === 0 ? head : `${head}: ${details.join(' · ')}`
}

function sayEntry({ kind, data }: Entry, says: Says): string {
  const { t, reason, day } = says
  const because = text(data.reason) === '' ? [] : [reason(text(data.reason))]
  switch (kind) {
    case 'deal.opened':
      return withDetails(t('deals.history.opened'), changesIn(data, says))
    case 'deal.changed':
      return withDetails(t('deals.history.changed'), changesIn(data, says))
    case 'deal.moved':
      return withDetails(t('deals.history.moved', { stage: sayDealStage(text(data.stage)) }), changesIn(data, says))
    case 'deal.won':
      return withDetails(t('deals.status.won'), [...changesIn(data, says), ...because])
    case 'contract.signed': {
      const names = Array.isArray(data.signatories) ? data.signatories.filter((one) => typeof one === 'string') : []
      const on = typeof data.signedOn === 'string' ? [day(data.signedOn)] : []
      return withDetails(t('deals.history.contract'), [...on, ...names])
    }
    case 'payment.received':
      return withDetails(t('deals.history.payment'), [...changesIn(data, says), text(data.reference)].filter(Boolean))
    case 'deal.lost':
      return withDetails(t('deals.status.lost'), because)
    case 'deal.undecided':
      return withDetails(t('deals.status.undecided'), because)
    case 'deal.explained':
      return withDetails(t('deals.history.explained'), because)
    case 'deal.reopened':
      return t('deals.history.reopened')
    default:
      return kind
  }
}

/** An entry of a deal's history in words. */
export function useSayHistory(): (entry: Entry) => string {
  const { t, i18n } = useTranslation()
  const { money } = useNumbers()
  const name = useNames()
  const reasons = useQuery(settingsQuery).data?.reasons ?? []
  const says: Says = {
    t,
    money,
    name,
    day: (day) => sayDay(day, i18n.language, 'short'),
    reason: (code) => reasons.find((one) => one.code === code)?.says ?? code,
  }
  return (entry) => sayEntry(entry, says)
}
