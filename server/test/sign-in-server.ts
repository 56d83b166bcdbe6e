import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Grant = { user: string; challenge: string; redirectUrl: string }

export type SignInServer = {
  authorizeUrl: string
  tokenUrl: string
  introspectionUrl: string
  clientId: string
  clientSecret: string
  /** Requests for tokens, as they came. */
  asked: Record<string, string>[]
  /** How long an access token lasts, in seconds. */
  lifeS: number
  /** Walks the page of the provider as somebody who says yes: returns what they are sent back with. */
  agree(url: string, user: string): Promise<{ code: string; state: string }>
  /** Takes every token back that was given so far. `andRefresh`: they must sign in anew. */
  revoke(options: { andRefresh: boolean }): void
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An authorisation server of a test: OAuth 2 with PKCE (RFC 6749, 7636), refresh tokens that are good once, and introspection (RFC 7662). */
export async function startSignInServer(): Promise<SignInServer> {
  const codes = new Map<string, Grant>()
  const access = new Map<string, { user: string; until: number }>()
  const refresh = new Map<string, string>()
  const asked: Record<string, string>[] = []
  const client = { clientId: 'ensemble-test', clientSecret: 'a client secret' }
  let lifeS = 3_600

  const give = (user: string): object => {
    const tokens = {
      access_token: randomBytes(24).toString('base64url'),
      refresh_token: randomBytes(24).toString('base64url'),
    }
    access.set(tokens.access_token, { user, until: Date.now() + lifeS * 1_000 })
    refresh.set(tokens.refresh_token, user)
    return {
      ...tokens,
      token_type: 'Bearer',
      expires_in: lifeS,
      id_token: `${part({ alg: 'none' })}.${part({ email: user })}.`,
    }
  }
  /** What the form is answered: a status and a body. */
  const token = (form: URLSearchParams): [number, object] => {
    asked.push(Object.fromEntries(form))
    if (form.get('client_id') !== client.clientId || form.get('client_secret') !== client.clientSecret)
      return [401, { error: 'invalid_client' }]
    if (form.get('grant_type') === 'authorization_code') {
      const grant = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (grant === undefined || grant.challenge !== challenge || grant.redirectUrl !== form.get('redirect_uri'))
        return [400, { error: 'invalid_grant', error_description: 'the code is not good' }]
      return [200, give(grant.user)]
    }
    const user = refresh.get(form.get('refresh_token') ?? '')
    refresh.delete(form.get('refresh_token') ?? '')
    if (user === undefined)
      return [400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }]
    return [200, give(user)]
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (request.method === 'GET' && url.pathname === '/authorize') {
      const asks = url.searchParams
      if (asks.get('client_id') !== client.clientId || asks.get('code_challenge_method') !== 'S256')
        return void answer(response, 400, { error: 'invalid_request' })
      const code = randomBytes(16).toString('base64url')
      const redirectUrl = asks.get('redirect_uri') ?? ''
      codes.set(code, { user: asks.get('login_hint') ?? '', challenge: asks.get('code_challenge') ?? '', redirectUrl })
      const back = new URL(redirectUrl)
      back.searchParams.set('code', code)
      back.searchParams.set('state', asks.get('state') ?? '')
      response.writeHead(302, { location: back.href }).end()
      return
    }
    void bodyOf(request).then((form) => {
      const found = access.get(form.get('token') ?? '')
      const isActive = found !== undefined && found.until > Date.now()
      const introspected = isActive ? { active: true, username: found.user } : { active: false }
      if (url.pathname === '/token') answer(response, ...token(form))
      else answer(response, 200, introspected)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    ...client,
    authorizeUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    introspectionUrl: `${base}/introspect`,
    asked,
    get lifeS() {
      return lifeS
    },
    set lifeS(seconds: number) {
      lifeS = seconds
    },
    async agree(url, user) {
      const page = new URL(url)
      page.searchParams.set('login_hint', user)
      const back = new URL((await fetch(page, { redirect: 'manual' })).headers.get('location') ?? '')
      return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' }
    },
    revoke({ andRefresh }) {
      access.clear()
      if (andRefresh) refresh.clear()
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}
