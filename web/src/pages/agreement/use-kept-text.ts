import { useState } from 'react'

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** A text that survives leaving the page: kept in this browser until it is forgotten or equals what it began with. */
export function useKeptText(
  key: string,
  start: string,
): { text: string; setText: (text: string) => void; forget: () => void } {
  const [text, set] = useState(() => readKept(key) ?? start)
  const keep = (next: string) => {
    set(next)
    try {
      if (next === start) localStorage.removeItem(key)
      else localStorage.setItem(key, next)
    } catch {
      // A full or closed store only costs the comfort of finding the text again.
    }
  }
  return { text, setText: keep, forget: () => keep(start) }
}
