import { localTimeOf } from './local-time.ts'
import { minuteMs } from './time-units.ts'

/** A moment (epoch milliseconds) as the wall clock of a zone shows it, with its offset: `2026-11-30T07:00:00-03:00`. */
export function formatLocal(zone: string, ms: number): string {
  const wholeMs = Math.floor(ms / 1000) * 1000
  const { day, timeMs } = localTimeOf(zone, wholeMs)
  const wallMs = day * 1440 * minuteMs + timeMs
  const offset = Math.round((wallMs - wholeMs) / minuteMs)
  const sign = offset < 0 ? '-' : '+'
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
  return `${new Date(wallMs).toISOString().slice(0, -5)}${sign}${hours}:${minutes}`
}
