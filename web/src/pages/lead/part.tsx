import type { ReactNode } from 'react'
import look from './part.module.css'

/** A part of a side column, under its quiet name. */
export function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={look.part}>
      <h2 className={look.title}>{title}</h2>
      {children}
    </section>
  )
}
