import { useEffect } from 'react'

/** After what the page itself needs has come. */
const PAUSE_MS = 3_000

/** Fetches, while there is a network, the parts that a lead and a verdict need: without one nothing more can be loaded. */
export function useReadyOffline(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of [import('../../theme/forms.tsx'), import('../../acts/act-dialog.tsx')]) {
        part.catch(() => undefined)
      }
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [])
}
