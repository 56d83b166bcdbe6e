import { describe, expect, it } from 'vitest'
import { factsOfIdentify } from './facts-of-identify.ts'
import { factsOfPage } from './facts-of-page.ts'
import { factsOfTrack } from './facts-of-track.ts'
import type { BodyOf } from './message.ts'
import { touchOf } from './touch-of.ts'

const now = Date.parse('2026-03-02T10:00:00Z')
const body = (over: Partial<BodyOf<'track'>>): BodyOf<'track'> => ({
  event: 'Form Submitted',
  messageId: 'm1',
  anonymousId: 'a1',
  ...over,
})

describe('a track message', () => {
  it.each([
    'Form Submitted',
    'form_submitted',
    'Lead Submitted',
    'Signed Up',
    'Contact Form',
    'Contact Form Submitted',
    'Demo Requested',
  ])('"%s" with an e-mail is a form, and says who it is', (event) => {
    const properties = {
      email: 'ana@lume.example',
      name: 'Ana',
      company: 'Lume',
      formName: 'prices',
      message: 'How much?',
      wantsCall: 'yes',
    }
    const facts = factsOfTrack(body({ event, properties }), now)
    expect(facts.map((fact) => [fact.kind, fact.messageId])).toEqual([
      ['form.submitted', 'm1'],
      ['person.identified', 'm1:id'],
    ])
    expect(facts[0]).toMatchObject({
      who: { email: 'ana@lume.example', anonymousId: 'a1' },
      data: { name: 'prices', wantsCall: true, fields: { message: 'How much?' } },
    })
    expect(facts[1]?.data).toEqual({ person: { name: 'Ana', email: 'ana@lume.example' }, account: { name: 'Lume' } })
  })

  it.each([
    ['a form without e-mail and phone', body({ properties: { name: 'Ana' } })],
    ['another event', body({ event: 'Video Played', properties: { email: 'ana@lume.example' } })],
    ['an event that only sounds like one', body({ event: 'Form Viewed', properties: { email: 'ana@lume.example' } })],
  ])('%s is an event, and its e-mail names nobody', (_name, message) => {
    const facts = factsOfTrack(message, now)
    expect(facts).toHaveLength(1)
    expect(facts[0]).toMatchObject({ kind: 'event.tracked', who: { anonymousId: 'a1' }, data: { name: message.event } })
    expect(facts[0].who.email).toBeUndefined()
  })

  it('takes the e-mail of the traits, and the user id as the external id', () => {
    const [fact] = factsOfTrack(
      body({ event: 'x', userId: 'u7', context: { traits: { email: 'ana@lume.example' } } }),
      now,
    )
    expect(fact.who).toEqual({ email: 'ana@lume.example', phone: undefined, externalId: 'u7', anonymousId: 'a1' })
  })

  it('refuses a message about nobody', () => {
    expect(() => factsOfTrack(body({ anonymousId: null }), now)).toThrow('who it is about')
  })

  it.each([
    ['now when no time is given', {}, now],
    ['the given time when the sender’s clock is unknown', { timestamp: '2026-03-02T09:00:00Z' }, now - 3_600_000],
    [
      'corrected by a sender’s clock that is an hour behind',
      { timestamp: '2026-03-02T08:00:00Z', sentAt: '2026-03-02T09:00:00Z' },
      now - 3_600_000,
    ],
    [
      'corrected by a sender’s clock that runs ahead',
      { timestamp: '2026-03-02T12:00:00Z', sentAt: '2026-03-02T12:00:05Z' },
      now - 5_000,
    ],
    ['never in the future', { timestamp: '2030-01-01T00:00:00Z' }, now],
  ])('happened %s', (_name, times, expected) => {
    expect(factsOfTrack(body(times), now)[0].at).toBe(expected)
  })

  it('keeps plain properties under dotted names, and no more than a fact may hold', () => {
    const properties = { a: { b: { c: 1 } }, list: ['x', 'y'], long: 'é'.repeat(9_000), no: null, yes: true }
    const [fact] = factsOfTrack(body({ event: 'x', properties }), now)
    expect(fact.data).toEqual({
      name: 'x',
      properties: { 'a.b.c': 1, list: 'x, y', long: 'é'.repeat(4_000), no: null, yes: true },
    })
  })
})

describe('an identify message', () => {
  it('brings Segment’s traits to the person and the company, the rest as it is', () => {
    const traits = {
      firstName: 'Ana',
      lastName: 'Costa',
      email: 'a@l.example',
      phone: 55,
      company: { name: 'Lume', id: 9, employees: '120' },
      address: { city: 'Lyon', country: 'FR' },
      plan: 'pro',
    }
    const [fact] = factsOfIdentify({ userId: 'u1', traits }, now)
    expect(fact.data).toEqual({
      person: { name: 'Ana Costa', email: 'a@l.example', phone: '55', country: 'FR', city: 'Lyon' },
      account: { name: 'Lume', externalId: '9', employees: 120 },
      traits: { plan: 'pro' },
    })
  })
})

describe('a page message', () => {
  it('brings the page and the touch, from the properties first', () => {
    const context = {
      page: { path: '/old', url: 'https://lume.example/old', referrer: 'https://www.google.com/' },
      campaign: { source: 'spring', medium: 'email', name: 'March' },
    }
    const [fact] = factsOfPage(
      {
        anonymousId: 'a',
        name: 'Prices',
        context,
        properties: { path: '/pricing', url: 'https://lume.example/pricing?x=1' },
      },
      now,
    )
    expect(fact).toMatchObject({
      kind: 'page.viewed',
      data: { path: '/pricing', title: 'Prices', referrer: 'https://www.google.com/' },
      touch: { channel: 'email', origin: 'spring', campaign: 'March', landingPage: '/pricing' },
    })
  })
})

describe('the touch of an arrival', () => {
  const page = (query = '') => `https://lume.example/p${query}`
  it.each([
    [
      'a paid search by its medium',
      page('?utm_source=google&utm_medium=cpc&utm_campaign=c'),
      null,
      'paid search',
      'google',
    ],
    ['a paid post by its source', page('?utm_source=LinkedIn&utm_medium=cpc'), null, 'paid social', 'LinkedIn'],
    ['an advertisement by its click id', page('?gclid=1'), 'https://www.google.com/', 'paid search', 'google'],
    ['a shared post by its click id', page('?fbclid=1'), null, 'social', 'facebook'],
    ['a medium of the company’s own', page('?utm_source=x&utm_medium=Factory+Tour'), null, 'factory tour', 'x'],
    ['a fair by its medium', page('?utm_source=x&utm_medium=Trade+Fair'), null, 'event', 'x'],
    ['a search by the page before', page(), 'https://www.google.com.br/', 'organic search', 'google.com.br'],
    ['a network by the page before', page(), 'https://www.linkedin.com/feed', 'social', 'linkedin.com'],
    ['a mail read in the browser', page(), 'https://mail.google.com/', 'email', 'mail.google.com'],
    ['another site', page(), 'https://blog.partner.example/x', 'referral', 'blog.partner.example'],
    ['no trace at all', page(), null, 'direct', null],
  ])('is %s', (_name, url, referrer, channel, origin) => {
    expect(touchOf({ page: url, referrer, campaign: {} })).toMatchObject({ channel, origin, landingPage: '/p' })
  })

  it.each([
    ['a step within the site', page(), 'https://www.lume.example/'],
    ['an event without a page', null, null],
  ])('is none for %s', (_name, url, referrer) => {
    expect(touchOf({ page: url, referrer, campaign: {} })).toBeNull()
  })

  it('is none for an address that is none', () => {
    expect(touchOf({ page: 'http://[', referrer: '::::', campaign: {} })).toBeNull()
  })
})
