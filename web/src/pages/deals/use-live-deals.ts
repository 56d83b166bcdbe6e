import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useEvents } from '../../events/use-events.ts'

const GATHER_MS = 1_500

/** Asks again for what is on screen when somebody works on a lead: at most once in a while, however much happens. */
export function useLiveDeals(): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEvents(({ event }) => {
    if (event !== 'lead' && event !== 'leads' && event !== 'agreement' && event !== 'import') return
    if (timer.current !== undefined) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      void client.invalidateQueries({ queryKey: ['deals'] })
    }, GATHER_MS)
  })
}
