/** What Today and the lead at hand show: kept by person, so that a phone without a network opens with it. */
const KEPT =
  /^\/api\/(session|queue|notices|users|agreements\/current|calls\/(planned|sessions|unknown)|meetings|deals|deal-sums)$|^\/api\/people\/[^/]+(\/(story|needs|messages|warnings|consents))?$/
const PREFIX = 'ensemble-answers-'
const WHO = 'ensemble-answers-of'
const AT_MOST = 400

let user: string | null = null

function isSession(body: unknown): body is { user: { id: string } } {
  return typeof body === 'object' && body !== null && 'user' in body
}

function pathOf(request: Request): string | null {
  if (request.method !== 'GET' || !('caches' in window)) return null
  const { pathname } = new URL(request.url)
  return KEPT.test(pathname) ? pathname : null
}

/** From now on answers belong to this person; what was kept of anybody else is gone. */
async function belongTo(id: string): Promise<void> {
  user = id
  localStorage.setItem(WHO, id)
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + id).map((name) => caches.delete(name)),
  )
}

/** Keeps a good answer for a time without network. Nothing is kept before it is known whose it is. */
export async function keepAnswer(request: Request, answer: Response): Promise<void> {
  const path = pathOf(request)
  if (path === null || !answer.ok) return
  const copy = answer.clone()
  if (path === '/api/session') {
    const body: unknown = await answer.clone().json()
    if (!isSession(body)) return
    if (body.user.id !== user) await belongTo(body.user.id)
  }
  if (user === null) return
  const cache = await caches.open(PREFIX + user)
  await cache.put(request.url, copy)
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - AT_MOST)).map((key) => cache.delete(key)))
}

/** The last answer to this question that the person who is signed in got; null when there is none. */
export async function keptAnswer(request: Request): Promise<Response | null> {
  if (pathOf(request) === null) return null
  const id = user ?? localStorage.getItem(WHO)
  if (id === null || !(await caches.has(PREFIX + id))) return null
  return (await (await caches.open(PREFIX + id)).match(request.url)) ?? null
}

/** Forgets every answer: nobody is signed in. */
export async function forgetAnswers(): Promise<void> {
  user = null
  localStorage.removeItem(WHO)
  if (!('caches' in window)) return
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)))
}
