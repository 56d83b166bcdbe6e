import look from './diverging.module.css'

export type Diverging = {
  id: string
  title: string
  left: number
  right: number
  leftLabel: string
  rightLabel: string
  onLeft: () => void
  onRight: () => void
}

const part = (value: number, most: number) => value / most

/** One list of reasons: what it lost to the left, what it won to the right, on one scale. Every number opens its deals. */
export function DivergingBars({ rows, heads }: { rows: readonly Diverging[]; heads: { left: string; right: string } }) {
  const most = Math.max(1, ...rows.flatMap((row) => [row.left, row.right]))
  return (
    <div className={look.rows}>
      <div className={look.head} aria-hidden>
        <span>{heads.left}</span>
        <span />
        <span>{heads.right}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={look.row}>
            <button
              type="button"
              className={look.side}
              data-side="left"
              disabled={row.left === 0}
              aria-label={row.leftLabel}
              onClick={row.onLeft}
              style={{ '--part': part(row.left, most) }}
            >
              <span className={look.number}>{row.left === 0 ? '' : row.left}</span>
              <span className={look.bar} />
            </button>
            <span className={look.title}>{row.title}</span>
            <button
              type="button"
              className={look.side}
              data-side="right"
              disabled={row.right === 0}
              aria-label={row.rightLabel}
              onClick={row.onRight}
              style={{ '--part': part(row.right, most) }}
            >
              <span className={look.bar} />
              <span className={look.number}>{row.right === 0 ? '' : row.right}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
