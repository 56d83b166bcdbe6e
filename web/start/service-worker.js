// Opens the pages without a network. The network comes first for the page itself, so that nobody is kept on an old version;
// files under /assets never change. Answers of the API are none of its business: the page keeps those, by person.
const VERSION = 'version'
const FILES = ['/']
const SHELL = `ensemble-${VERSION}`
const PATIENCE_MS = 3000
const NOT_A_PAGE = /^\/(api|v1|f|u|book|card|feeds|docs|assets)(\/|$)|\.\w+$/

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES))
      .then(() => skipWaiting()),
  )
})

addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await registration.navigationPreload?.enable()
      // A page of the version before may still be open and ask for its parts.
      const shells = (await caches.keys()).filter((name) => /^ensemble-[0-9a-f]+$/.test(name) && name !== SHELL)
      await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)))
      await clients.claim()
    })(),
  )
})

async function page(event) {
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))()
  network.catch(() => undefined)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null))
  const answer = await Promise.race([network, late]).catch(() => null)
  if (answer !== null && answer.status < 500) return answer
  const kept = await (await caches.open(SHELL)).match('/')
  return kept ?? network
}

async function file(request) {
  const kept = await caches.match(request)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(SHELL)).put(request, answer.clone())
  return answer
}

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate') {
    if (!NOT_A_PAGE.test(pathname)) event.respondWith(page(event))
  } else if (pathname.startsWith('/assets/') || FILES.includes(pathname)) {
    event.respondWith(file(request))
  }
})
