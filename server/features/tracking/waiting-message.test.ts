import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGES } from './contract.ts'
import { fitsSurely } from './fits-surely.ts'
import { prepareMessage } from './prepare-message.ts'
import { readMessage } from './read-message.ts'
import {
  mayWaitAsSent,
  readWaiting,
  splitWaiting,
  writeManySent,
  writeOneSent,
  writeWaiting,
} from './waiting-message.ts'

const NOW = Date.UTC(2026, 10, 25, 20)
const ID = '0193a0c0-0000-7000-8000-000000000001'
const OTHER = '0193a0c0-0000-7000-8000-000000000002'

const odd = fc.oneof(fc.constant(null), fc.constant(undefined), fc.string(), fc.integer(), fc.constant([]))
const text = fc.oneof(fc.string({ maxLength: 210 }), odd)
const moment = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-02-30T00:00:00Z', '2026-11-25T24:00:00Z', '2026-11-25', '2026-11-25T10:00:00+01:00'),
  odd,
)
const group = fc.oneof(fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue()), odd)
const bodies = fc.record(
  {
    userId: text,
    anonymousId: text,
    messageId: text,
    timestamp: moment,
    originalTimestamp: moment,
    sentAt: moment,
    context: group,
    integrations: group,
    properties: group,
    name: text,
    category: text,
    event: text,
  },
  { requiredKeys: [] },
)

describe('the quick look at a message', () => {
  it('lets through only what its schema lets through unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom('page', 'track', 'identify'), bodies, (type, raw) => {
        if (!fitsSurely(type, raw)) return
        const parsed = MESSAGES[type].parse(raw)
        for (const [key, value] of Object.entries(parsed)) expect(value).toEqual(raw[key as keyof typeof raw])
      }),
      { numRuns: 2_000 },
    )
  })

  it('knows a plain page and a plain event', () => {
    const common = { anonymousId: 'v', messageId: 'm', timestamp: '2026-11-25T10:00:00.123Z', context: {} }
    expect(fitsSurely('page', { ...common, name: 'Prices', properties: { path: '/' } })).toBe(true)
    expect(fitsSurely('track', { ...common, event: 'Seen' })).toBe(true)
    expect(fitsSurely('track', common)).toBe(false)
  })
})

describe('a message that waits as it was sent', () => {
  const page = { type: 'page', anonymousId: 'v', messageId: 'm1', properties: { url: 'https://lume.example/p?a=1' } }
  const event = { type: 'track', event: 'Seen', userId: 'u', messageId: 'm2', timestamp: '2026-11-25T10:00:00Z' }

  it('becomes the facts it would have been at once', () => {
    for (const raw of [page, event]) {
      const message = readMessage(raw, null)
      expect(mayWaitAsSent(message, NOW)).toBe(true)
      const line = writeOneSent(JSON.stringify(raw, null, 2), message.type, NOW, ID)
      expect(line).not.toContain('\n')
      const atOnce = readWaiting(writeWaiting(prepareMessage(message, NOW, ID)))
      expect(readWaiting(line)).toEqual(atOnce.map((facts) => facts.map((each) => expect.objectContaining(each))))
    }
  })

  it('stands with others in a batch, and alone when the batch is taken apart', () => {
    const sentAt = '2026-11-25T10:00:05Z'
    const lines = writeManySent(JSON.stringify({ batch: [page, event], sentAt }), NOW, [ID, OTHER])
    const whole = readWaiting(lines)
    expect(whole.map(([main]) => main?.fact.id)).toEqual([ID, OTHER])
    expect(whole[1]?.[0]?.fact.at).toBe(NOW - 5_000)
    const alone = splitWaiting(lines)
    expect(alone).toHaveLength(2)
    expect(alone.flatMap(readWaiting)).toEqual(whole)
  })

  it.each([
    ['says nobody', { ...page, anonymousId: '' }],
    ['is of a time before 1970', { ...event, timestamp: '1950-01-01T00:00:00Z' }],
    ['asks', { ...event, event: 'Form Submitted', properties: { email: 'ana@lume.example' } }],
    ['holds an address of the network', { ...page, context: { ip: '203.0.113.7' } }],
    ['is of another kind', { type: 'identify', userId: 'u' }],
  ])('is made into facts first when it %s', (_name, raw) => {
    expect(mayWaitAsSent(readMessage(raw, null), NOW)).toBe(false)
  })
})
