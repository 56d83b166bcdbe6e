import { type ReactNode, Suspense, useState } from 'react'

type Handlers = { onPointerEnter: () => void; onFocus: () => void; onClick: () => void }
type Props = {
  /** The button as it stands before anybody wants it. */
  still: (handlers: Handlers) => ReactNode
  /** The same button with what it opens; its code is loaded when the button is pointed at. */
  live: (isOpen: boolean) => ReactNode
}

/** Loads a menu's code only when its button is pointed at, focused or pressed. */
export function WhenWanted({ still, live }: Props) {
  const [wanted, setWanted] = useState<'no' | 'soon' | 'now'>('no')
  const soon = () => setWanted((before) => (before === 'no' ? 'soon' : before))
  const handlers = { onPointerEnter: soon, onFocus: () => {}, onClick: () => setWanted('now') }
  if (wanted === 'no') return still(handlers)
  return <Suspense fallback={still(handlers)}>{live(wanted === 'now')}</Suspense>
}
