import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, curveMonotoneY } from 'd3-shape'
import { useId } from 'react'

export type FlowStep = { name: string; count: number; hue: string }

/** Inside of the drawing: 100 units along each step, 100 units across; it is stretched to the room it gets. */
const STEP = 100
const ACROSS = 100
/** Half of the stretch on which a step keeps its full width before it narrows to the next. */
const PLATEAU = 20

type Point = { along: number; half: number }

function pointsOf(steps: readonly FlowStep[]): Point[] {
  const most = Math.max(1, ...steps.map((step) => step.count))
  const half = scaleLinear()
    .domain([0, most])
    .range([0, ACROSS / 2])
  return steps.flatMap((step, i) => {
    // A handful of people out of thousands must still be seen: never thinner than a hair, and nothing at all for nobody.
    const width = step.count === 0 ? 0 : Math.max(0.8, half(step.count))
    const middle = i * STEP + STEP / 2
    const from = i === 0 ? 0 : middle - PLATEAU
    const to = i === steps.length - 1 ? steps.length * STEP : middle + PLATEAU
    return [
      { along: from, half: width },
      { along: to, half: width },
    ]
  })
}

function pathOf(points: Point[], isVertical: boolean): string {
  if (isVertical) {
    const shape = area<Point>()
      .y((point) => point.along)
      .x0((point) => ACROSS / 2 - point.half)
      .x1((point) => ACROSS / 2 + point.half)
      .curve(curveMonotoneY)
    return shape(points) ?? ''
  }
  const shape = area<Point>()
    .x((point) => point.along)
    .y0((point) => ACROSS / 2 - point.half)
    .y1((point) => ACROSS / 2 + point.half)
    .curve(curveMonotoneX)
  return shape(points) ?? ''
}

type Props = { steps: readonly FlowStep[]; isVertical?: boolean; className?: string }

/** One band whose width is people, coloured by the team that owns each step. Pure picture: the numbers stand beside it as text. */
export function FlowShape({ steps, isVertical = false, className }: Props) {
  const gradient = useId()
  const length = steps.length * STEP
  const box = isVertical ? `0 0 ${ACROSS} ${length}` : `0 0 ${length} ${ACROSS}`
  return (
    <svg viewBox={box} preserveAspectRatio="none" className={className} aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2={isVertical ? '0' : '1'} y2={isVertical ? '1' : '0'}>
          {steps.flatMap((step, i) => {
            const start = (i * STEP + (i === 0 ? 0 : STEP / 2 - PLATEAU)) / length
            const end = (i * STEP + (i === steps.length - 1 ? STEP : STEP / 2 + PLATEAU)) / length
            return [
              <stop key={`${step.name} start`} offset={start} style={{ stopColor: step.hue }} />,
              <stop key={`${step.name} end`} offset={end} style={{ stopColor: step.hue }} />,
            ]
          })}
        </linearGradient>
      </defs>
      <path d={pathOf(pointsOf(steps), isVertical)} fill={`url(#${gradient})`} />
    </svg>
  )
}
