import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { listen, type ScreenEvent, type StreamState, streamState, watchStream } from './event-stream.ts'

/** Calls `heed` for every live event while the component is on screen. There is one stream for the whole page. */
export function useEvents(heed: (event: ScreenEvent) => void): void {
  const onEvent = useEffectEvent(heed)
  useEffect(() => listen((event) => onEvent(event)), [])
}

/** Whether what is on screen is live, and if not, when the next try is. */
export function useStreamState(): StreamState {
  return useSyncExternalStore(watchStream, streamState)
}
