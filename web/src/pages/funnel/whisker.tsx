import { scaleLinear } from 'd3-scale'

type Props = {
  /** Null when nothing can be said: an empty track is drawn. */
  low: number | null
  high: number | null
  /** Null draws the interval alone, for samples too small to name a rate. */
  rate: number | null
  /** Right end of the scale, shared by every row of the table. */
  most: number
}

const LENGTH = 160
const HEIGHT = 16

/** A bar for a rate with a whisker for its interval. Pure picture: the numbers stand beside it as text. */
export function Whisker({ low, high, rate, most }: Props) {
  const x = scaleLinear().domain([0, most]).range([0, LENGTH]).clamp(true)
  return (
    <svg viewBox={`0 0 ${LENGTH} ${HEIGHT}`} width={LENGTH} height={HEIGHT} aria-hidden="true" focusable="false">
      <line x1={0} x2={LENGTH} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke="currentColor" opacity={0.12} />
      {rate !== null && <rect x={0} y={4} width={x(rate)} height={8} rx={1} fill="currentColor" opacity={0.35} />}
      {low !== null && high !== null && (
        <g stroke="currentColor" strokeWidth={1.5}>
          <line x1={x(low)} x2={x(high)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
          <line x1={x(low)} x2={x(low)} y1={4.5} y2={11.5} />
          <line x1={x(high)} x2={x(high)} y1={4.5} y2={11.5} />
        </g>
      )}
    </svg>
  )
}
