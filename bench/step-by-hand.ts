import type { Lead } from './step-rules.ts'

export type Scored = { fit: number; engagement: number; held: number[]; qualify: number; route: number }

/** The twenty clauses as a programmer would write them, with the trace of what held. */
export function scoreByHand({ state, form }: Lead): Scored {
  const { person, account } = state
  const { data } = form
  const held: number[] = []
  let fit = 0
  const employees = account.employees ?? 0
  if (employees >= 50) {
    fit += 30
    held.push(0)
  }
  if (person.role === 'owner' || person.role === 'operations') {
    fit += 25
    held.push(1)
  }
  if (account.country === 'BR' || account.country === 'PT' || account.country === 'AR') {
    fit += 20
    held.push(2)
  }
  if ((account.revenue_cents ?? 0) > 100_000_000 && employees < 5000) {
    fit += 10
    held.push(3)
  }
  if (account.industry === 'retail' || account.industry === 'food') {
    fit += 12
    held.push(4)
  }
  if (person.title !== 'intern') {
    fit += 3
    held.push(5)
  }
  if (employees > 500 && (person.title === 'head' || person.title === 'chief')) {
    fit += 18
    held.push(6)
  }
  if (person.country === account.country) {
    fit += 5
    held.push(7)
  }
  let engagement = 0
  if (data.path?.startsWith('/pricing')) {
    engagement += 9
    held.push(8)
  }
  if (data.name === 'price list') {
    engagement += 40
    held.push(9)
  }
  if (data.name === 'webinar' || data.name === 'guide') {
    engagement += 12
    held.push(10)
  }
  if (data.wantsCall === true) {
    engagement += 35
    held.push(11)
  }
  if (data.path === '/' && person.language === 'en') {
    engagement += 4
    held.push(12)
  }
  if (data.name === 'newsletter' || data.path?.startsWith('/blog')) {
    engagement += 2
    held.push(13)
  }
  return { fit, engagement, held, qualify: qualifyByHand(account.segment, fit, engagement), route: routeByHand(state) }
}

export function qualifyByHand(segment: string | undefined, fit: number, engagement: number): number {
  if (fit >= 60 && engagement > 30) return 0
  return engagement >= 45 || segment === 'key' ? 1 : -1
}

function routeByHand({ person, account }: Lead['state']): number {
  if (account.segment === 'key' && account.industry !== 'none') return 0
  if (account.country === 'PT' || person.language === 'pt') return 1
  if ((account.employees ?? 0) >= 1000) return 2
  const isSouthern =
    account.country === 'BR' || account.country === 'AR' || account.country === 'CL' || account.country === 'UY'
  return isSouthern && person.language !== 'en' ? 3 : -1
}
