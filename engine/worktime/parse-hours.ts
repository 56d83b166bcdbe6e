import { type Block, type Weekday, weekdays } from './calendar.ts'
import { parseBlock } from './parse-block.ts'
import { isMapping, type Path, type Problem, quote } from './problem.ts'

type Hours = Record<Weekday, readonly Block[]>

const dayNames: readonly string[] = weekdays
const example = 'write for example { mon-fri: [09:00-12:00, 13:00-18:00] }'

/** Reads the hours of a week: days or ranges of days (`mon`, `mon-fri`, `mon, wed`), each with its blocks. */
export function parseHours(written: unknown, path: Path, problems: Problem[]): Hours {
  const hours: Hours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  if (!isMapping(written)) {
    const message = written === undefined ? 'the working hours are missing' : 'working hours are given day by day'
    problems.push({ path, message, remedy: example })
    return hours
  }
  const given = new Set<Weekday>()
  const found = problems.length
  for (const [key, value] of Object.entries(written)) {
    const days = readDays(key)
    if (!days) {
      problems.push({
        path: [...path, key],
        message: `${quote(key)} is no day of the week`,
        remedy: 'use mon, mon-fri or "mon, wed"',
      })
      continue
    }
    const blocks = readBlocks(value, [...path, key], problems)
    for (const day of days) {
      if (given.has(day)) {
        problems.push({ path: [...path, key], message: `${day} is given twice`, remedy: 'give each day once' })
      }
      given.add(day)
      hours[day] = blocks
    }
  }
  if (problems.length === found && weekdays.every((day) => hours[day].length === 0)) {
    problems.push({ path, message: 'no working time at all', remedy: `give at least one block: ${example}` })
  }
  return hours
}

function readDays(key: string): Weekday[] | null {
  const days: Weekday[] = []
  for (const part of key.toLowerCase().split(',')) {
    const [first = '', last = first, ...more] = part.trim().split(/\s*-\s*/)
    const from = dayNames.indexOf(first)
    const to = dayNames.indexOf(last)
    if (from < 0 || to < 0 || more.length > 0) return null
    const length = ((to - from + 7) % 7) + 1
    for (let i = 0; i < length; i += 1) days.push(weekdays[(from + i) % 7] ?? 'mon')
  }
  return days
}

function readBlocks(written: unknown, path: Path, problems: Problem[]): Block[] {
  if (written === null || written === undefined) return []
  const isList = Array.isArray(written)
  const list: readonly unknown[] = isList ? written : [written]
  const blocks: { block: Block; path: Path; text: string }[] = []
  for (const [i, item] of list.entries()) {
    const where = isList ? [...path, i] : path
    const block = parseBlock(item, where, problems)
    if (block) blocks.push({ block, path: where, text: String(item) })
  }
  blocks.sort((a, b) => a.block.fromMinute - b.block.fromMinute)
  for (const [i, later] of blocks.entries()) {
    const earlier = blocks[i - 1]
    if (!earlier || earlier.block.toMinute <= later.block.fromMinute) continue
    const message = `${later.text} overlaps ${earlier.text}`
    problems.push({ path: later.path, message, remedy: 'join the two blocks or part them' })
  }
  return blocks.map(({ block }) => block)
}
