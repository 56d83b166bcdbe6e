import type { ReactNode } from 'react'
import look from './deal-view.module.css'

/** A part of a deal under its quiet name. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={look.part} aria-label={title}>
      <div className={look.partHead}>
        <h2 className={look.partTitle}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
