import type { ReactNode } from 'react'
import look from './page.module.css'

/**
 * The scrolling body of a page. `isFull` gives the page the whole height to lay out itself (lists with their own scroll);
 * else it scrolls as a document, at most `width` wide.
 */
export function Page({
  children,
  isFull = false,
  width = 'wide',
}: {
  children: ReactNode
  isFull?: boolean
  width?: 'text' | 'wide'
}) {
  return (
    <div className={isFull ? look.full : look.page} data-scroll-restoration-id={isFull ? undefined : 'page'}>
      {isFull ? (
        children
      ) : (
        <div className={look.inner} data-width={width}>
          {children}
        </div>
      )}
    </div>
  )
}

/** The top of a page: its name, one quiet line, what can be done. */
export function PageHeader({
  title,
  aside,
  actions,
  badge,
}: {
  title: ReactNode
  aside?: ReactNode
  actions?: ReactNode
  badge?: ReactNode
}) {
  return (
    <header className={look.header}>
      <div className={look.titles}>
        <h1 className={look.title}>{title}</h1>
        {badge}
        {aside === undefined ? null : <div className={look.aside}>{aside}</div>}
      </div>
      {actions === undefined ? null : <div className={look.actions}>{actions}</div>}
    </header>
  )
}

/** A part of a page under its own heading, parted by a hairline. */
export function Section({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={look.section}>
      <div className={look.sectionHead}>
        <h2 className={look.sectionTitle}>{title}</h2>
        {aside === undefined ? null : <div className={look.sectionAside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
