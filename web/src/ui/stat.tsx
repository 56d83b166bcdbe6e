import type { ReactNode } from 'react'
import look from './stat.module.css'

/** One big number with its name, and a quiet second line (n, interval, change). */
export function Stat({
  label,
  value,
  children,
  tone,
}: {
  label: ReactNode
  value: ReactNode
  children?: ReactNode
  tone?: 'breach' | 'warning' | undefined
}) {
  return (
    <div className={look.stat} data-tone={tone}>
      <div className={look.label}>{label}</div>
      <div className={look.value}>{value}</div>
      {children === undefined ? null : <div className={look.second}>{children}</div>}
    </div>
  )
}

/** Stats side by side, parted by hairlines. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className={look.row}>{children}</div>
}
