import { Analytics } from '@segment/analytics-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetPeople } from '../../test/held-context.ts'
import { type House, openHouse } from '../../test/house.ts'
import { createWriteKey } from '../keys/create-write-key.ts'
import { ENDPOINTS } from './routes.ts'
import { settleInbox } from './settle-inbox.ts'

let house: House
let host = ''
let writeKey = ''
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  host = await house.app.listen({ port: 0, host: '127.0.0.1' })
  writeKey = (await createWriteKey(house.ctx, null, { name: 'SDK' })).writeKey
})
afterAll(() => house.close())

const factsOf = async (email: string) => {
  await settleInbox(house.ctx)
  return (
    await house.ctx.db.query(
      `select f.kind, f.source, f.data from people p join facts f using (person_id) where p.email = $1 and f.kind <> 'lead.routed' order by f.occurred_at, f.kind`,
      [email],
    )
  ).rows
}

describe.each(['whole', 'inbox'] as const)(
  'the official @segment/analytics-node, unmodified, stored by way: %s',
  (way) => {
    beforeAll(async () => {
      await forgetPeople({ pool: house.ctx.db })
      house.ctx.intake = way
    })
    it('sends every call by changing its host', async () => {
      const problems: unknown[] = []
      const analytics = new Analytics({ writeKey, host, flushAt: 20, maxRetries: 0 })
      analytics.on('error', (error) => problems.push(error))
      const anonymousId = 'sdk-visitor'
      const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 10, 0, second))
      analytics.page({
        anonymousId,
        name: 'Prices',
        properties: { path: '/prices', url: 'https://lume.example/prices' },
        timestamp: at(0),
      })
      analytics.screen({ anonymousId, name: 'Home', timestamp: at(1) })
      analytics.identify({
        userId: 'u-1',
        anonymousId,
        traits: { email: 'ana@lume.example', name: 'Ana Costa' },
        timestamp: at(2),
      })
      analytics.group({
        userId: 'u-1',
        groupId: 'g-7',
        traits: { name: 'Lume', employees: 40, website: 'lume.example' },
        timestamp: at(3),
      })
      analytics.alias({ userId: 'u-1', previousId: 'old-visitor', timestamp: at(4) })
      analytics.track({ userId: 'u-1', event: 'Video Played', properties: { seconds: 30 }, timestamp: at(5) })
      await analytics.closeAndFlush()
      expect(problems).toEqual([])
      expect((await factsOf('ana@lume.example')).map((fact) => fact.kind)).toEqual([
        'page.viewed',
        'event.tracked',
        'person.identified',
        'person.identified',
        'person.identified',
        'event.tracked',
      ])
      const { rows } = await house.ctx.db.query(
        `select a.name, a.employees, a.domain, a.external_id from people p join accounts a using (account_id) where p.email = 'ana@lume.example'`,
      )
      expect(rows).toEqual([{ name: 'Lume', employees: 40, domain: 'lume.example', external_id: 'g-7' }])
      const keys = await house.ctx.db.query(
        `select i.kind, i.value from people p join identities i using (person_id) where p.email = 'ana@lume.example' order by 1, 2`,
      )
      expect(keys.rows.map((row) => `${row.kind}:${row.value}`)).toEqual([
        'anonymous:old-visitor',
        'anonymous:sdk-visitor',
        'email:ana@lume.example',
        'external:old-visitor',
        'external:u-1',
      ])
    })

    it('hears that a key is wrong', async () => {
      const problems: unknown[] = []
      const analytics = new Analytics({ writeKey: 'wk_guess', host, maxRetries: 0 })
      analytics.on('error', (error) => problems.push(error))
      analytics.track({ userId: 'u-2', event: 'Nothing' })
      await analytics.closeAndFlush()
      expect(problems).toHaveLength(1)
    })
  },
)
