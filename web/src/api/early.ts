declare global {
  interface Window {
    /** The questions that the page asked before its code came, by address. */
    ensembleEarly?: Record<string, Promise<Response>>
  }
}

const KEPT = 'ensemble-first'
/** An answer that nobody took by then is too old to be shown. */
const FRESH_MS = 15_000
const SETTLED_MS = 5_000
const AT_MOST = 10
/** What depends on the moment or on the lead at hand is asked when it is known. */
const PASSING = /^\/api\/(people|events|search)\b|[?&]from=/

const startedAt = performance.now()
const asked: string[] = ['/api/session']
const isBare = location.pathname === '/' && location.search === ''

function addressOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return pathname + search
}

/** The answer to a question that was asked before the code came; undefined when it was not, or when it is too late for it. */
export function takeEarly(request: Request): Promise<Response> | undefined {
  if (request.method !== 'GET') return undefined
  const address = addressOf(request)
  const answer = window.ensembleEarly?.[address]
  if (answer !== undefined) delete window.ensembleEarly?.[address]
  if (answer === undefined || performance.now() - startedAt > FRESH_MS) return undefined
  // Somebody may have signed in since it was refused.
  return answer.then((early) => (early.status === 401 ? fetch(request) : early))
}

/** Notes what Today asks for when it opens; next time the page asks it before its code has come. */
export function noteFirst(request: Request): void {
  if (!isBare || request.method !== 'GET' || performance.now() - startedAt > SETTLED_MS) return
  const address = addressOf(request)
  if (location.pathname !== '/' || asked.length >= AT_MOST || PASSING.test(address) || asked.includes(address)) return
  asked.push(address)
  try {
    localStorage.setItem(KEPT, asked.join(' '))
  } catch {
    // Without storage the page asks a little later, that is all.
  }
}

/** Forgets what to ask and what was answered: the next person is somebody else. */
export function forgetFirst(): void {
  localStorage.removeItem(KEPT)
  window.ensembleEarly = {}
}
