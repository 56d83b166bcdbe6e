import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { carry } from './carry.ts'

type Props<T> = { onDrop: (what: T, stage: string) => void; scroller: RefObject<HTMLElement | null> }

/** Cards that can be carried to another stage: which is in the air, and over which stage. */
export function useDrag<T>({ onDrop, scroller }: Props<T>) {
  const [carried, setCarried] = useState<T | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const letGo = useRef<(() => void) | null>(null)
  useEffect(() => () => letGo.current?.(), [])

  const start = (event: PointerEvent<HTMLElement>, what: T) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || letGo.current !== null) return
    letGo.current = carry(event.currentTarget, event, {
      onLift: () => setCarried(() => what),
      onOver: setOver,
      scroller: () => scroller.current,
      onEnd: (stage) => {
        letGo.current = null
        setCarried(null)
        setOver(null)
        if (stage !== null) onDrop(what, stage)
      },
    })
  }
  return { start, carried, over }
}
