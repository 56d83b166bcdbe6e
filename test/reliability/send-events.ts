import { setTimeout as sleep } from 'node:timers/promises'
import { Analytics } from '@segment/analytics-node'

// A process of its own that sends events by the official library and ends when all were delivered: node send-events.ts HOST KEY NAME COUNT SECONDS
const [host = '', writeKey = '', name = '', count = '0', seconds = '1'] = process.argv.slice(2)
const analytics = new Analytics({ writeKey, host, flushAt: 25, flushInterval: 500, maxRetries: 10_000 })
let failed = 0
analytics.on('error', (error) => {
  failed += 1
  console.error(error)
})
const pauseMs = (Number(seconds) * 1_000) / Number(count)
for (let index = 0; index < Number(count); index++) {
  analytics.track({
    anonymousId: `${name}-${index % 40}`,
    event: 'Seen',
    messageId: `${name}-${index}`,
    properties: { index },
  })
  await sleep(pauseMs)
}
await analytics.closeAndFlush({ timeout: 1_500_000 })
process.exitCode = failed === 0 ? 0 : 1
