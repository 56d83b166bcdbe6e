import { useEffect, useRef, useState } from 'react'
import { api, done, take } from '../../../api/client.ts'

const KEEP_AFTER_MS = 900

export type Kept = 'nothing' | 'waiting' | 'kept' | 'not kept'

/** Keeps what is being written with the server, sound or not, shortly after each change and on leaving. */
export function useKeptWork(
  version: number,
  text: string,
  start: string,
  basedOn: string,
): { kept: Kept; forget: () => void } {
  const [kept, setKept] = useState<Kept>('nothing')
  const latest = useRef(text)
  const queued = useRef(text)
  const confirmed = useRef(text)
  const before = useRef(Promise.resolve())
  const isForgotten = useRef(false)
  useEffect(() => {
    latest.current = text
    if (text === queued.current || isForgotten.current) return
    setKept('waiting')
    const send = async (isLeaving: boolean) => {
      try {
        if (text === start) await done(api.DELETE('/api/agreements/{version}/work', { params: { path: { version } } }))
        else
          await take(
            api.PUT('/api/agreements/{version}/work', {
              params: { path: { version } },
              body: { document: text, basedOn },
              ...(isLeaving && text.length < 60_000 ? { keepalive: true } : {}),
            }),
          )
        confirmed.current = text
        // An answer about an older text says nothing of what stands there now.
        if (latest.current === text) setKept(text === start ? 'nothing' : 'kept')
      } catch {
        if (latest.current === text) setKept('not kept')
      }
    }
    // One after the other: a slow older one must not land on a newer one.
    const timer = setTimeout(() => {
      queued.current = text
      before.current = before.current.then(() => (isForgotten.current ? undefined : send(false)))
    }, KEEP_AFTER_MS)
    const onLeave = () => {
      if (confirmed.current !== text && !isForgotten.current) void send(true)
    }
    window.addEventListener('pagehide', onLeave)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', onLeave)
    }
  }, [text, start, version, basedOn])
  return {
    kept,
    forget() {
      isForgotten.current = true
      void done(api.DELETE('/api/agreements/{version}/work', { params: { path: { version } } })).catch(() => undefined)
    },
  }
}
