import type { Block } from './calendar.ts'
import { type Path, type Problem, quote } from './problem.ts'
import { dayMinutes } from './time-units.ts'

const form = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/

/** Reads a block of one day, `09:00-12:00`; the day ends at 24:00. Null, with a problem noted, when it is none. */
export function parseBlock(written: unknown, path: Path, problems: Problem[]): Block | null {
  const refuse = (message: string, remedy: string) => {
    problems.push({ path, message, remedy })
    return null
  }
  const parts = typeof written === 'string' ? form.exec(written.trim()) : null
  if (!parts) return refuse(`${quote(written)} is no block of time`, 'write it as 09:00-12:00')
  const fromMinute = toMinute(parts[1], parts[2])
  const toMinuteOfDay = toMinute(parts[3], parts[4])
  if (fromMinute === null || toMinuteOfDay === null) {
    return refuse(`${quote(written)} holds a time that no clock shows`, 'use 00:00 to 24:00')
  }
  if (fromMinute === toMinuteOfDay) return refuse(`${String(written)} is empty`, 'let it end after it begins')
  if (fromMinute > toMinuteOfDay) {
    const remedy = `if it runs over midnight, give it in two: ${parts[1]}:${parts[2]}-24:00 and, on the next day, 00:00-${parts[3]}:${parts[4]}`
    return refuse(`${String(written)} ends before it begins`, remedy)
  }
  return { fromMinute, toMinute: toMinuteOfDay }
}

function toMinute(hour = '', minute = ''): number | null {
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= dayMinutes ? minutes : null
}
