import { useSyncExternalStore } from 'react'

type Format = (phone: string) => string

let format: Format | null = null
let isAsked = false
/** After the lead at hand stands. */
const PAUSE_MS = 3_000
const watchers = new Set<() => void>()

/** Number formats of the world are heavy: they come after the page, and numbers are shown as they are until then. */
async function load(): Promise<void> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  format = (phone) => parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  if (!isAsked) {
    isAsked = true
    setTimeout(() => {
      load().catch(() => {
        isAsked = false
      })
    }, PAUSE_MS)
  }
  return () => watchers.delete(watcher)
}

/** A telephone number as people read it: `+33 6 12 34 56 78`. */
export function usePhone(phone: string): string {
  const known = useSyncExternalStore(watch, () => format)
  return known === null ? phone : known(phone)
}

/** A telephone number for `tel:`. */
export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^\d+#*]/g, '')}`
}
