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
  const last = useRef(text)
  const isForgotten = useRef(false)
  useEffect(() => {
    if (text === last.current || isForgotten.current) return
    setKept('waiting')
    const keep = async (isLeaving = false) => {
      last.current = text
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
        setKept(text === start ? 'nothing' : 'kept')
      } catch {
        setKept('not kept')
      }
    }
    const timer = setTimeout(() => void keep(), KEEP_AFTER_MS)
    const onLeave = () => {
      if (last.current !== text && !isForgotten.current) void keep(true)
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
