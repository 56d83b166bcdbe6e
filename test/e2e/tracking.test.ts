import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish } from './people-of-house.ts'

/** A company's own site, at another address than the installation. */
let site: Server
let siteUrl = ''
let house: House
let writeKey = ''

const sdk = join(
  dirname(createRequire(join(import.meta.dirname, '../../server/package.json')).resolve('@segment/analytics-next')),
  '../umd/index.js',
)

beforeAll(async () => {
  house = await openHouse()
  const library = await readFile(sdk)
  site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site')
    if (pathname === '/sdk.js') {
      response.setHeader('content-type', 'text/javascript')
      response.end(library)
      return
    }
    response.setHeader('content-type', 'text/html')
    if (pathname === '/segment') {
      response.end(`<title>Segment</title><script src="/sdk.js"></script><script>
        window.analytics = AnalyticsNext.AnalyticsBrowser.load({ writeKey: ${JSON.stringify(writeKey)}, cdnURL: ${JSON.stringify(house.url)} })
        analytics.page('Prices'); analytics.identify('u-web', { email: 'web@lume.example', name: 'Web' }); analytics.track('Video Played', { seconds: 3 })
      </script>`)
      return
    }
    const options = searchParams.has('consent') ? 'data-consent' : ''
    response.end(`<title>Site</title><script defer src="${house.url}/e.js" data-key="${writeKey}" data-forms ${options}></script>
      <form action="/thanks"><input name="email" type="email"><input name="password" type="password"><input name="message"><button>Send</button></form>
      <a href="/next">Next</a>`)
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const address = site.address()
  siteUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
})
afterAll(async () => {
  site.close()
  await house.stop()
})

type Arrivals = { events: { type: string; name: string; what: string }[] }

describe('a site at another address', () => {
  it('sends by the official @segment/analytics-next, and by the line of its own', async () => {
    const { page } = await furnish(house)
    writeKey = (await call<{ writeKey: string }>(page, 'POST', '/api/write-keys', { name: 'Site' })).writeKey
    const arrived = async (wanted: (events: Arrivals['events']) => boolean): Promise<Arrivals['events']> => {
      for (let tries = 0; tries < 60; tries++) {
        const { events } = await call<Arrivals>(page, 'GET', '/api/website')
        if (wanted(events)) return events
        await page.waitForTimeout(500)
      }
      throw new Error(JSON.stringify((await call<Arrivals>(page, 'GET', '/api/website')).events))
    }

    const segment = await house.visit()
    await segment.page.goto(`${siteUrl}/segment`)
    const first = await arrived((events) => events.length >= 3)
    expect(first.map((event) => event.type).sort()).toEqual(['identify', 'page', 'track'])
    expect(segment.errors).toEqual([])

    const visitor = await house.visit()
    await visitor.page.goto(`${siteUrl}/?utm_source=google&utm_medium=cpc&utm_campaign=spring`)
    await visitor.page.evaluate("history.pushState({}, '', '/within')")
    await visitor.page.fill('input[name=email]', 'ana@site.example')
    await visitor.page.fill('input[name=password]', 'secret')
    await visitor.page.fill('input[name=message]', 'How much?')
    await visitor.page.click('button')
    const second = await arrived((events) => events.some((event) => event.name === 'Form Submitted'))
    expect(second.filter((event) => event.type === 'page').length).toBeGreaterThanOrEqual(3)
    expect(visitor.errors).toEqual([])

    const shy = await house.visit()
    const before = (await call<Arrivals>(page, 'GET', '/api/website')).events.length
    await shy.page.goto(`${siteUrl}/?consent`)
    await shy.page.waitForTimeout(2_500)
    expect(await shy.page.evaluate(() => localStorage.length)).toBe(0)
    expect((await call<Arrivals>(page, 'GET', '/api/website')).events.length).toBe(before)
    await shy.page.evaluate('ensemble.consent()')
    await arrived((events) => events.length === before + 1)
  })
})
