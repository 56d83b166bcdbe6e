/** Twenty rules in the shape of a small agreement, and seeded leads for them. Every fact of every lead is known. */
export interface Lead {
  account: {
    employees: number
    country: string
    industry: string
    revenue: number
    owner_is_working: boolean
    pool: string
  }
  person: { role: string; seniority: string; free_mail: boolean; asked_for_a_call: boolean; language: string }
  activity: {
    pricing_views: number
    page_views: number
    downloads: number
    opens: number
    replies: number
    days_since_last: number
    form: string
    path: string
  }
}

export const scored: ReadonlyArray<readonly [condition: string, points: number]> = [
  ['account.employees >= 50', 30],
  ['person.role in ["owner", "operations"]', 25],
  ['account.country in ["BR", "PT", "AR"]', 20],
  ['person.free_mail', -15],
  ['account.revenue > 1000000.5 && account.employees < 5000', 10],
  ['account.industry == "retail" || account.industry == "food"', 12],
  ['!(person.seniority == "intern")', 3],
  ['account.employees > 500 && person.seniority in ["head", "chief"]', 18],
  ['activity.form == "price list"', 40],
  ['activity.pricing_views >= 3', 15],
  ['activity.page_views > 10 && activity.days_since_last <= 14', 10],
  ['activity.downloads >= 2 || activity.opens >= 20', 8],
  ['activity.replies > 0', 25],
  ['activity.path.startsWith("/pricing")', 9],
  ['activity.days_since_last > 60', -20],
  ['person.asked_for_a_call && activity.days_since_last < 30', 35],
]

export const routed: ReadonlyArray<readonly [condition: string, route: number]> = [
  ['account.owner_is_working && account.pool != "none"', 1],
  ['account.country == "PT" || person.language == "pt"', 2],
  ['account.employees >= 1000', 3],
  ['account.country in ["BR", "AR", "CL", "UY"] && person.language != "en"', 4],
]

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function makeLeads(count: number, seed: number): Lead[] {
  const next = random(seed)
  const upTo = (limit: number) => Math.floor(next() * limit)
  const pick = (...choices: readonly string[]) => choices[upTo(choices.length)] ?? ''
  return Array.from({ length: count }, () => ({
    account: {
      employees: Math.floor(2 ** (next() * 13)),
      country: pick('BR', 'PT', 'AR', 'CL', 'UY', 'FR', 'DE', 'US'),
      industry: pick('retail', 'food', 'metal', 'software', 'health'),
      revenue: upTo(4_000_000) + 0.25,
      owner_is_working: next() < 0.15,
      pool: pick('Lisbon', 'São Paulo', 'none'),
    },
    person: {
      role: pick('owner', 'operations', 'marketing', 'finance', 'other'),
      seniority: pick('intern', 'staff', 'head', 'chief'),
      free_mail: next() < 0.3,
      asked_for_a_call: next() < 0.1,
      language: pick('pt', 'es', 'en', 'fr'),
    },
    activity: {
      pricing_views: upTo(6),
      page_views: upTo(40),
      downloads: upTo(4),
      opens: upTo(40),
      replies: upTo(10) === 0 ? 1 : 0,
      days_since_last: upTo(120),
      form: pick('price list', 'newsletter', 'webinar', 'none'),
      path: pick('/pricing/pro', '/', '/blog/a', '/pricing'),
    },
  }))
}
