import type { Lead } from './cel-rules.ts'

/** The twenty rules as a programmer would write them: score * 8 + route. */
export function decideByHand(lead: Lead): number {
  const { account, person, activity } = lead
  let score = 0
  if (account.employees >= 50) score += 30
  if (person.role === 'owner' || person.role === 'operations') score += 25
  if (account.country === 'BR' || account.country === 'PT' || account.country === 'AR') score += 20
  if (person.free_mail) score -= 15
  if (account.revenue > 1000000.5 && account.employees < 5000) score += 10
  if (account.industry === 'retail' || account.industry === 'food') score += 12
  if (person.seniority !== 'intern') score += 3
  if (account.employees > 500 && (person.seniority === 'head' || person.seniority === 'chief')) score += 18
  if (activity.form === 'price list') score += 40
  if (activity.pricing_views >= 3) score += 15
  if (activity.page_views > 10 && activity.days_since_last <= 14) score += 10
  if (activity.downloads >= 2 || activity.opens >= 20) score += 8
  if (activity.replies > 0) score += 25
  if (activity.path.startsWith('/pricing')) score += 9
  if (activity.days_since_last > 60) score -= 20
  if (person.asked_for_a_call && activity.days_since_last < 30) score += 35
  return score * 8 + routeByHand(lead)
}

function routeByHand({ account, person }: Lead): number {
  if (account.owner_is_working && account.pool !== 'none') return 1
  if (account.country === 'PT' || person.language === 'pt') return 2
  if (account.employees >= 1000) return 3
  const isSouthern =
    account.country === 'BR' || account.country === 'AR' || account.country === 'CL' || account.country === 'UY'
  return isSouthern && person.language !== 'en' ? 4 : 0
}
