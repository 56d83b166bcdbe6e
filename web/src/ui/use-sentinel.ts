import { useCallback } from 'react'

/** A ref for the last line of a list: `onSeen` is called when it comes near the screen. */
export function useSentinel(onSeen: () => void): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) onSeen()
        },
        { rootMargin: '600px' },
      )
      observer.observe(element)
      return () => observer.disconnect()
    },
    [onSeen],
  )
}
