import type { ReactNode } from 'react'
import look from './open-number.module.css'

type Props = {
  onOpen: () => void
  label?: string | undefined
  title?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** A number that opens the rows behind it. `label` says for ears what the bare number leaves out. */
export function OpenNumber({ onOpen, label, title, className, children }: Props) {
  return (
    <button
      type="button"
      className={className === undefined ? look.number : `${look.number} ${className}`}
      onClick={onOpen}
      aria-label={label}
      title={title ?? label}
    >
      {children}
    </button>
  )
}
