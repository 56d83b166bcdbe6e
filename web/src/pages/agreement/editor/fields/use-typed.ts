import { useEffect, useRef, useState } from 'react'

const COMMIT_AFTER_MS = 260

/** What stands in a field while one types: told on after a pause and on leaving, and what the text says otherwise. */
export function useTyped(value: string, commit: (next: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<string | null>(null)
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  const flush = () => {
    clearTimeout(timer.current)
    if (waiting.current !== null) latest.current(waiting.current)
    waiting.current = null
  }
  // A field that goes away says what was typed last.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first one reads what is latest
  useEffect(() => flush, [])
  return {
    shown: typed ?? value,
    change(next: string) {
      setTyped(next)
      waiting.current = next
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, COMMIT_AFTER_MS)
    },
    leave() {
      flush()
      // By then the text has said what it made of it.
      setTimeout(() => setTyped(null), 500)
    },
  }
}
