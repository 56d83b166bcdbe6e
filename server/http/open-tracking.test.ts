import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { openTracking } from './open-tracking.ts'

const app = Fastify()
app.post('/v1/track', async () => ({}))
app.get('/api/session', async () => ({}))
openTracking(app)

it('answers the question a browser asks before a site sends an event', async () => {
  const { statusCode, headers } = await app.inject({
    method: 'OPTIONS',
    url: '/v1/track',
    headers: { origin: 'https://lume.example' },
  })
  expect(statusCode).toBe(204)
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers['access-control-allow-headers']).toContain('authorization')
  expect(headers['access-control-allow-credentials']).toBeUndefined()
})

it('lets a page read the answer to an event, and nothing else of the house', async () => {
  const event = await app.inject({ method: 'POST', url: '/v1/track', headers: { origin: 'https://lume.example' } })
  expect(event.headers['access-control-allow-origin']).toBe('*')
  const session = await app.inject({ method: 'GET', url: '/api/session', headers: { origin: 'https://lume.example' } })
  expect(session.headers['access-control-allow-origin']).toBeUndefined()
})
