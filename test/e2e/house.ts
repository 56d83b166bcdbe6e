import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { buildWeb } from '../../server/cli/build-web.ts'
import { readConfig } from '../../server/config.ts'
import { type Server, startServer } from '../../server/main.ts'

export type House = {
  url: string
  browser: Browser
  /** A browser of its own: nobody is signed in. */
  visit(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page; errors: string[] }>
  stop(): Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** A whole new installation with its own database, served on a free port, and a browser to try it with. */
export async function openHouse(): Promise<House> {
  await buildWeb(() => undefined)
  const home = await mkdtemp(join(tmpdir(), 'ensemble-e2e-'))
  const port = await freePort()
  const config = readConfig({
    PORT: String(port),
    ENSEMBLE_HOME: home,
    LOG_LEVEL: 'error',
    ENSEMBLE_PUBLIC_URL: `http://localhost:${port}`,
  })
  const server: Server = await startServer(config, () => undefined)
  const executablePath = process.env.ENSEMBLE_CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    url: server.url,
    browser,
    async visit(options) {
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 1440, height: 900 },
        baseURL: server.url,
        ...options,
      })
      context.setDefaultTimeout(30_000)
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      return { context, page, errors }
    },
    async stop() {
      await browser.close()
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Calls the API as the person signed in to this browser. */
export async function call<T>(
  page: Page,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body?: unknown,
): Promise<T> {
  const origin = new URL(page.url()).origin
  const answer = await page.request.fetch(path, {
    method,
    ...(body === undefined ? {} : { data: body }),
    headers: { origin },
  })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return answer.status() === 204 ? (undefined as T) : await answer.json()
}
