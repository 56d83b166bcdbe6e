import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { makeSecret, signedHeaders } from './sign.ts'

const BODY = '{"type":"lead.qualified","é":"ü"}'

it('signs so that the reference library of Standard Webhooks believes it, with the old and with the new secret', () => {
  const [old, fresh] = [makeSecret(), makeSecret()]
  const headers = signedHeaders([fresh, old], 'msg_1', Date.now(), BODY)
  for (const secret of [old, fresh]) expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY))
  expect(() => new Webhook(makeSecret()).verify(BODY, headers)).toThrow()
  expect(() => new Webhook(fresh).verify(BODY.replace('qualified', 'won'), headers)).toThrow()
})

it('is not believed six minutes later', () => {
  const secret = makeSecret()
  const headers = signedHeaders([secret], 'msg_1', Date.now() - 6 * 60_000, BODY)
  expect(() => new Webhook(secret).verify(BODY, headers)).toThrow()
})
