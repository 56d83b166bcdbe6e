export type ScreenEvent =
  | { event: 'lead'; personId: string; owner: string | null; previousOwner: string | null; what: string[] }
  /** Many leads changed that are not the reader's own. */
  | { event: 'leads' }
  | { event: 'notice'; id: string }
  | { event: 'import'; importId: string; progress: unknown }
  | { event: 'demo'; progress: unknown }
  | { event: 'agreement' }
  | { event: 'call'; callId: string; what: string; by: string | null }
  | { event: 'backtest'; backtestId: string }
  /** The stream was away and is back: whatever is on screen must be asked for again. */
  | { event: 'gap' }

export type StreamState = { isLive: true } | { isLive: false; since: number; retryAt: number }

const NAMES = ['lead', 'leads', 'notice', 'import', 'demo', 'agreement', 'backtest', 'call', 'gap'] as const
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000]

const listeners = new Set<(event: ScreenEvent) => void>()
const watchers = new Set<() => void>()
let source: EventSource | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let state: StreamState = { isLive: true }
let failures = 0

function tell(event: ScreenEvent): void {
  for (const listener of listeners) listener(event)
}

function become(next: StreamState): void {
  state = next
  for (const watcher of watchers) watcher()
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function parse(name: (typeof NAMES)[number], raw: string): ScreenEvent | null {
  const body: unknown = raw === '' ? {} : JSON.parse(raw)
  if (typeof body !== 'object' || body === null) return null
  const data: Record<string, unknown> = { ...body }
  if (name === 'agreement' || name === 'leads' || name === 'gap') return { event: name }
  if (name === 'demo') return { event: 'demo', progress: data.progress ?? null }
  if (name === 'backtest') return { event: 'backtest', backtestId: text(data.backtestId) ?? '' }
  if (name === 'call')
    return { event: 'call', callId: text(data.callId) ?? '', what: text(data.what) ?? '', by: text(data.by) }
  if (name === 'notice') return { event: 'notice', id: text(data.id) ?? '' }
  if (name === 'import')
    return { event: 'import', importId: text(data.importId) ?? '', progress: data.progress ?? null }
  const what = Array.isArray(data.what) ? data.what.filter((one) => typeof one === 'string') : []
  return {
    event: 'lead',
    personId: text(data.personId) ?? '',
    owner: text(data.owner),
    previousOwner: text(data.previousOwner),
    what,
  }
}

function opened(): void {
  const hadGap = failures > 0
  failures = 0
  become({ isLive: true })
  if (hadGap) tell({ event: 'gap' })
}

function failed(): void {
  source?.close()
  source = null
  const waitMs = WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 30_000
  failures += 1
  const now = Date.now()
  become({ isLive: false, since: state.isLive ? now : state.since, retryAt: now + waitMs })
  clearTimeout(timer)
  timer = setTimeout(connect, waitMs)
}

function connect(): void {
  clearTimeout(timer)
  source?.close()
  source = new EventSource('/api/events')
  source.onopen = opened
  source.onerror = failed
  for (const name of NAMES) {
    source.addEventListener(name, (message) => {
      const event = parse(name, String(message.data))
      if (event !== null) tell(event)
    })
  }
}

/** Opens the one stream of this page while anybody listens. */
export function listen(listener: (event: ScreenEvent) => void): () => void {
  listeners.add(listener)
  if (source === null && listeners.size === 1) connect()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    source?.close()
    source = null
    failures = 0
    state = { isLive: true }
  }
}

/** Tries now instead of waiting. */
export function reconnectNow(): void {
  if (!state.isLive) connect()
}

export function watchStream(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function streamState(): StreamState {
  return state
}
