import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { paths } from '../paths.ts'

const AFTER_MS = 2_500

/** Once the first page has settled: loads the code of the places that are one key away, and what opens Today without a network. */
export function useReadyPlaces(): void {
  const router = useRouter()
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const to of [paths.today, paths.people, paths.agreement]) void router.preloadRoute({ to }).catch(() => {})
      void router.preloadRoute({ to: paths.lead, params: { personId: 'soon' } }).catch(() => {})
      if (import.meta.env.PROD && 'serviceWorker' in navigator) {
        navigator.serviceWorker.register('/sw.js').catch(() => undefined)
      }
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [router])
}
