import { useEffect, useRef } from 'react'
import { addKeys, type KeyBinding } from './key-table.ts'

/**
 * Keys of a page or part, in force while it is on screen and listed under `?` by `title`.
 * The bindings may be new at every render; the last ones count.
 */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  useEffect(
    () =>
      addKeys({
        title,
        get bindings() {
          return latest.current
        },
      }),
    [title],
  )
}
