const CHANNELS: Record<string, string | null> = {
  'organic search': 'organic search',
  organic: 'organic search',
  seo: 'organic search',
  'paid search': 'paid search',
  ppc: 'paid search',
  sem: 'paid search',
  cpc: 'paid search',
  adwords: 'paid search',
  'google ads': 'paid search',
  social: 'social',
  'social media': 'social',
  'organic social': 'social',
  'paid social': 'paid social',
  email: 'email',
  'e mail': 'email',
  'email marketing': 'email',
  newsletter: 'email',
  direct: 'direct',
  'direct traffic': 'direct',
  referral: 'referral',
  referrals: 'referral',
  display: 'display',
  video: 'video',
  affiliate: 'affiliate',
  affiliates: 'affiliate',
  'direct mail': 'direct mail',
  letter: 'direct mail',
  courrier: 'direct mail',
  'other publicities': 'other publicities',
  'other campaigns': 'other campaigns',
  other: 'other',
  offline: 'offline',
  'offline sources': 'offline',
  unknown: 'unknown',
  web: 'web',
  website: 'web',
  'trade show': 'event',
  tradeshow: 'event',
  event: 'event',
  events: 'event',
  webinar: 'webinar',
  partner: 'partner',
  'word of mouth': 'word of mouth',
  'cold call': 'outbound',
  outbound: 'outbound',
  'purchased list': 'purchased list',
}

/** The plain name of a channel from the word another system has for it (`PAID_SEARCH`); null when it is not one we know. */
export function channelOf(origin: string): string | null {
  const key = origin
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return Object.hasOwn(CHANNELS, key) ? (CHANNELS[key] ?? null) : null
}
