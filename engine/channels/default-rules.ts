import type { ChannelRule, RuleCondition, RuleField } from './rule.ts'

const is = (field: RuleField, ...values: string[]): RuleCondition => ({ field, op: 'is', values })
const unknown = (field: RuleField): RuleCondition => ({ field, op: 'is unknown', values: [] })
const rule = (channel: string, ...when: RuleCondition[]): ChannelRule => ({ channel, when })

const PAID = [
  'cpc',
  'ppc',
  'paid',
  'sem',
  'cpv',
  'cpa',
  'retargeting',
  'paid search',
  'paidsearch',
  'adwords',
  'google ads',
]

/**
 * The channels as most analytics group them, in the words this product's records use. The campaign's own words come first,
 * then the marks of ad platforms, then the page before.
 */
export const DEFAULT_RULES: readonly ChannelRule[] = [
  rule('affiliate', is('medium', 'affiliate', 'affiliates')),
  rule('partner', is('medium', 'partner', 'partners', 'partnership', 'reseller', 'co marketing')),
  rule(
    'event',
    is('medium', 'event', 'events', 'trade show', 'tradeshow', 'trade fair', 'fair', 'salon', 'conference'),
  ),
  rule('direct mail', is('medium', 'direct mail', 'directmail', 'letter', 'courrier', 'postcard', 'print', 'flyer')),
  rule('paid social', is('medium', 'paid social', 'paidsocial', 'social paid', 'social ads', 'social ad', 'socialads')),
  rule('paid social', is('medium', ...PAID, 'cpm'), is('kind', 'social')),
  rule('video', is('medium', ...PAID, 'cpm', 'video', 'paid video'), is('kind', 'video')),
  rule('display', is('medium', 'display', 'banner', 'cpm', 'programmatic', 'interstitial', 'native')),
  rule('paid search', is('medium', ...PAID)),
  rule('email', is('medium', 'email', 'e mail', 'mailing', 'email marketing', 'newsletter')),
  rule('organic search', is('medium', 'organic', 'organic search', 'seo')),
  rule('social', is('medium', 'social', 'social media', 'social network', 'organic social', 'sm')),
  rule('video', is('medium', 'video')),
  rule('referral', is('medium', 'referral', 'referrals', 'link')),
  rule('direct', is('medium', 'direct', 'direct traffic', '(none)')),
  rule('paid search', unknown('medium'), is('click id', 'gclid', 'gbraid', 'wbraid', 'msclkid')),
  rule('display', unknown('medium'), is('click id', 'dclid')),
  rule('paid social', unknown('medium'), is('click id', 'li_fat_id', 'ttclid', 'twclid', 'rdt_cid', 'sccid')),
  rule('affiliate', unknown('medium'), is('click id', 'irclickid')),
  rule('social', unknown('medium'), is('click id', 'fbclid', 'epik')),
  rule('social', unknown('medium'), is('kind', 'social')),
  rule('video', unknown('medium'), is('kind', 'video')),
  rule('email', unknown('medium'), { field: 'source', op: 'contains', values: ['newsletter', 'email', 'e mail'] }),
  rule('email', unknown('medium'), is('kind', 'email')),
  rule('organic search', unknown('medium'), is('kind', 'search')),
  rule('referral', unknown('medium'), { field: 'referrer', op: 'is known', values: [] }),
]

/** The channels that rules offer, in the order people expect them. */
export const CHANNEL_NAMES = [
  'direct',
  'organic search',
  'paid search',
  'social',
  'paid social',
  'email',
  'referral',
  'affiliate',
  'display',
  'video',
  'event',
  'direct mail',
  'partner',
  'other',
] as const
