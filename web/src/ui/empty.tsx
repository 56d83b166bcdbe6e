import type { ReactNode } from 'react'
import look from './states.module.css'

/** An empty place: what will show here, and the one thing to do to get there. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={look.state}>
      <p className={look.title}>{title}</p>
      {children === undefined ? null : <p className={look.text}>{children}</p>}
      {action === undefined ? null : <div className={look.action}>{action}</div>}
    </div>
  )
}
