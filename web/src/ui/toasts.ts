export type Toast = {
  id: number
  text: string
  title?: string | undefined
  isError: boolean
  lastsMs: number
  onUndo?: (() => void) | undefined
}

const AT_MOST = 3
const watchers = new Set<() => void>()
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let toasts: readonly Toast[] = []
let lastId = 0

function become(next: readonly Toast[]): void {
  toasts = next
  for (const watcher of watchers) watcher()
}

/** Takes a toast away. */
export function hideToast(id: number): void {
  holdToast(id)
  become(toasts.filter((toast) => toast.id !== id))
}

/** Keeps a toast while somebody points at it. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
}

/** Lets a toast go after its time. */
export function releaseToast(toast: Toast): void {
  holdToast(toast.id)
  timers.set(
    toast.id,
    setTimeout(() => hideToast(toast.id), toast.lastsMs),
  )
}

export function showToast(fields: Omit<Toast, 'id'>): number {
  lastId += 1
  const toast = { ...fields, id: lastId }
  become([...toasts, toast].slice(-AT_MOST))
  releaseToast(toast)
  return toast.id
}

export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function toastsNow(): readonly Toast[] {
  return toasts
}
