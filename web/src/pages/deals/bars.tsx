import look from './bars.module.css'

export type Bar = {
  id: string
  value: number | null
  low: number | null
  high: number | null
  /** What it says in full: for ears, and on hover. */
  label: string
  onOpen: () => void
}
export type BarGroup = { id: string; title: string; bars: readonly Bar[] }

const part = (value: number, most: number) => `${Math.min(100, (Math.max(0, value) / (most || 1)) * 100)}%`

/** Bars side by side for each group, in one hue from full to faint, a whisker where there is an interval. Each opens its rows. */
export function Bars({ groups, label, most }: { groups: readonly BarGroup[]; label: string; most: number }) {
  return (
    <section className={look.plot} aria-label={label}>
      {groups.map((group) => (
        <div key={group.id} className={look.group}>
          <div className={look.bars}>
            {group.bars.map((bar, index) => (
              <button
                key={bar.id}
                type="button"
                className={look.bar}
                data-tint={index}
                title={bar.label}
                aria-label={bar.label}
                onClick={bar.onOpen}
                style={{
                  '--value': part(bar.value ?? 0, most),
                  '--low': part(bar.low ?? 0, most),
                  '--high': part(bar.high ?? 0, most),
                }}
              >
                <span className={look.fill} data-is-none={bar.value === null || undefined} />
                {bar.low === null || bar.high === null ? null : <span className={look.whisker} />}
              </button>
            ))}
          </div>
          <span className={look.title}>{group.title}</span>
        </div>
      ))}
    </section>
  )
}
