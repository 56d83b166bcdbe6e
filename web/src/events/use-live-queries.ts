import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ScreenEvent } from './event-stream.ts'
import { useEvents } from './use-events.ts'

const GATHER_MS = 120

function keysOf(event: ScreenEvent): readonly (readonly string[])[] {
  switch (event.event) {
    case 'lead':
      return [['queue'], ['lead', event.personId]]
    case 'leads':
      return [['queue'], ['lead'], ['leads']]
    case 'notice':
      return [['notices']]
    case 'import':
      return [['imports']]
    case 'demo':
      return [['demo'], ['queue'], ['leads']]
    case 'call':
      return [['calls']]
    case 'agreement':
      return [['agreements'], ['lead']]
    case 'backtest':
      return [['backtests', event.backtestId]]
    case 'gap':
      return [[]]
  }
}

/** Asks again for what an event made old. A burst of events makes one round of asking. */
export function useLiveQueries(): void {
  const client = useQueryClient()
  const waiting = useRef(new Map<string, readonly string[]>())
  useEvents((event) => {
    const isFirst = waiting.current.size === 0
    for (const key of keysOf(event)) waiting.current.set(key.join('/'), key)
    if (!isFirst) return
    setTimeout(() => {
      for (const queryKey of waiting.current.values()) void client.invalidateQueries({ queryKey })
      waiting.current.clear()
    }, GATHER_MS)
  })
}
