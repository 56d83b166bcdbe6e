import { scaleLinear } from 'd3-scale'

type Props = {
  /** What each model credits; the chosen one is drawn full. */
  values: readonly { model: string; value: number }[]
  chosen: string
  interval: { low: number; high: number } | null
  /** Right end of the scale, shared by every row. */
  most: number
}

const LENGTH = 220
const HEIGHT = 20

/** A dot for each model on one line, and the interval of the chosen one as a thin bar. Pure picture: the numbers stand beside it. */
export function RangeBar({ values, chosen, interval, most }: Props) {
  const x = scaleLinear()
    .domain([0, most || 1])
    .range([5, LENGTH - 5])
    .clamp(true)
  const all = values.map(({ value }) => x(value))
  const own = values.find(({ model }) => model === chosen)?.value ?? 0
  const middle = HEIGHT / 2
  return (
    <svg
      viewBox={`0 0 ${LENGTH} ${HEIGHT}`}
      width={LENGTH}
      style={{ maxWidth: '100%' }}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
    >
      <line x1={5} x2={LENGTH - 5} y1={middle} y2={middle} stroke="var(--line)" />
      {interval !== null && (
        <line
          x1={x(interval.low)}
          x2={x(interval.high)}
          y1={middle}
          y2={middle}
          stroke="var(--accent)"
          strokeWidth={1.5}
        />
      )}
      <rect
        x={Math.min(...all)}
        width={Math.max(1, Math.max(...all) - Math.min(...all))}
        y={middle - 4}
        height={8}
        rx={4}
        fill="var(--accent)"
        opacity={0.16}
      />
      {values.map(({ model, value }) => (
        <circle key={model} cx={x(value)} cy={middle} r={2.2} fill="var(--ink-3)" />
      ))}
      <circle cx={x(own)} cy={middle} r={4.5} fill="var(--accent)" />
    </svg>
  )
}
