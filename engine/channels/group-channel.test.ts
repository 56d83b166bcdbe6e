import { describe, expect, it } from 'vitest'
import { CLICK_IDS } from './click-ids.ts'
import { DEFAULT_RULES } from './default-rules.ts'
import { compileRules } from './group-channel.ts'
import { knownHost } from './hosts.ts'
import { plainName } from './plain-name.ts'
import type { ChannelRule, Signals } from './rule.ts'

const byDefault = compileRules(DEFAULT_RULES)
const channel = (query: string, referrer: string | null = null, grouping = byDefault) =>
  grouping.channelOf(signals(query, referrer))

/** The signals of an address as these cases write it: every mark that is no utm_ is a click id. */
function signals(query: string, referrer: string | null): Signals {
  const pairs = query
    .replace('?', '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('='))
  const said = (name: string) => pairs.find(([key]) => key === `utm_${name}`)?.[1]?.replaceAll('+', ' ') ?? null
  const clickIds = pairs.flatMap(([key = '']) => (key.startsWith('utm_') ? [] : [key]))
  const [host = null, folder = null] = referrer?.replace('https://', '').replace('www.', '').split('/') ?? []
  return {
    medium: said('medium'),
    source: said('source') ?? CLICK_IDS[clickIds[0] ?? ''] ?? null,
    campaign: said('campaign'),
    referrer: host,
    referrerFolder: folder,
    clickIds,
    channel: null,
  }
}

describe('by the default rules', () => {
  it.each([
    ['nothing at all', '', null, 'direct'],
    ['a search', '', 'https://www.google.co.uk/search', 'organic search'],
    ['a search engine of another country', '', 'https://yandex.ru/', 'organic search'],
    ['a paid search by its medium', '?utm_source=google&utm_medium=CPC', null, 'paid search'],
    ['a paid search by its mark', '?gclid=1', 'https://www.google.com/', 'paid search'],
    ['a paid search at Microsoft', '?msclkid=1', null, 'paid search'],
    ['paid by the click at a network', '?utm_source=Facebook_Ads&utm_medium=cpc', null, 'paid social'],
    ['an advertisement at LinkedIn by its mark', '?li_fat_id=1', null, 'paid social'],
    ['a medium that says so', '?utm_source=meta&utm_medium=paid-social', null, 'paid social'],
    ['a shared post', '?fbclid=1', 'https://l.facebook.com/', 'social'],
    ['a network by the page before', '', 'https://t.co/x', 'social'],
    ['a source in short', '?utm_source=fb', null, 'social'],
    ['a film', '', 'https://youtu.be/x', 'video'],
    ['an advertisement before a film', '?utm_source=youtube&utm_medium=cpc', null, 'video'],
    ['a letter by mail', '?utm_source=x&utm_medium=E-Mail', null, 'email'],
    ['a newsletter named as the source', '?utm_source=march+newsletter', null, 'email'],
    ['webmail', '', 'https://mail.google.com/', 'email'],
    ['another site', '', 'https://blog.partner.example/', 'referral'],
    ['a banner', '?utm_source=lemonde&utm_medium=banner', null, 'display'],
    ['a partner of the programme', '?utm_medium=affiliate&utm_source=x', null, 'affiliate'],
    ['a reseller', '?utm_medium=reseller', null, 'partner'],
    ['a fair', '?utm_medium=trade_show&utm_source=hannover', null, 'event'],
    ['a printed letter', '?utm_medium=direct-mail', null, 'direct mail'],
    ['a word of the company’s own', '?utm_medium=Factory-Tour', null, 'factory tour'],
    ['a source nobody knows', '?utm_source=abc', null, 'other'],
    ['a campaign without anything else', '?utm_campaign=c', null, null],
    ['a campaign and the page before', '?utm_campaign=c', 'https://www.bing.com/', 'organic search'],
    ['the medium before the mark', '?utm_medium=email&gclid=1', null, 'email'],
  ])('%s', (_name, query, referrer, expected) => expect(channel(query, referrer)).toBe(expected))
})

describe('rules of one’s own', () => {
  const one = (rule: ChannelRule) => compileRules([rule, ...DEFAULT_RULES])
  it('decide in their order', () => {
    const grouping = one({ channel: 'review sites', when: [{ field: 'referrer', op: 'is', values: ['capterra.com'] }] })
    expect(channel('', 'https://www.capterra.com/x', grouping)).toBe('review sites')
    expect(channel('', 'https://fr.capterra.com/x', grouping)).toBe('review sites')
    expect(channel('', 'https://notcapterra.com/x', grouping)).toBe('referral')
  })

  it.each<[string, ChannelRule['when'][number], string, boolean]>([
    ['is not', { field: 'medium', op: 'is not', values: ['cpc'] }, '?utm_medium=email', true],
    ['is not, the same', { field: 'medium', op: 'is not', values: ['cpc'] }, '?utm_medium=cpc', false],
    ['contains', { field: 'campaign', op: 'contains', values: ['brand'] }, '?utm_campaign=FR_Brand_2026', true],
    ['starts with', { field: 'campaign', op: 'starts with', values: ['FR '] }, '?utm_campaign=FR_Brand_2026', true],
    ['is known', { field: 'click id', op: 'is known', values: [] }, '?gclid=1', true],
    ['is unknown', { field: 'source', op: 'is unknown', values: [] }, '?utm_source=x', false],
    ['several values', { field: 'source', op: 'is', values: ['a', 'b'] }, '?utm_source=B', true],
  ])('%s', (_name, condition, query, holds) => {
    expect(channel(query, null, one({ channel: 'mine', when: [condition] })) === 'mine').toBe(holds)
  })

  it('all conditions of a rule must hold', () => {
    const when: ChannelRule['when'] = [
      { field: 'source', op: 'is', values: ['zine'] },
      { field: 'campaign', op: 'is known', values: [] },
    ]
    expect(channel('?utm_source=zine', null, one({ channel: 'mine', when }))).toBe('other')
    expect(channel('?utm_source=zine&utm_campaign=c', null, one({ channel: 'mine', when }))).toBe('mine')
  })

  it('a company’s own hosts say what a referrer is', () => {
    const own = new Map([
      ['portal.example', { source: 'Portal', kind: 'search' }],
      ['orange.fr/webmail', { source: 'Orange', kind: 'email' }],
    ])
    const grouping = compileRules(DEFAULT_RULES, own)
    expect(channel('', 'https://www.portal.example/q', grouping)).toBe('organic search')
    expect(channel('', 'https://orange.fr/webmail/1', grouping)).toBe('email')
    expect(channel('', 'https://orange.fr/news', grouping)).toBe('referral')
  })
})

it('does not take a host for another that ends like it', () => {
  expect(knownHost('google.evil-domain.example', null)).toBeNull()
  expect(knownHost('notfacebook.com', null)).toBeNull()
  expect(knownHost('google.com.br', null)?.source).toBe('google')
})

it.each([
  ['Spring_Sale', 'spring sale'],
  ['  spring--SALE ', 'spring sale'],
  ['Été – 2026', 'été 2026'],
  ['___', ''],
])('%s is plainly "%s"', (name, plain) => expect(plainName(name)).toBe(plain))
