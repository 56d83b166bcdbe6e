import { type DateFormat, readDate } from '../imports/values/read-date.ts'

type Read = { ok: true; day: string } | { ok: false; code: string; what: string; mend: string }

const WITH_NAME = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u

/** A day of costs, `2026-01-31`. A time behind it is left out: ad platforms count by the day of the account. */
export function readCostDay(text: string, format: DateFormat, todayMs: number): Read {
  if (text === '') return { ok: false, code: 'no-day', what: 'The row names no day.', mend: 'Export costs by day.' }
  const named = WITH_NAME.exec(text)
  const written = named === null ? text : isoOfName(named)
  const reading = readDate(written, { format, zone: 'UTC', nowMs: todayMs })
  if (reading.ok) return { ok: true, day: new Date(reading.value.atMs).toISOString().slice(0, 10) }
  const mend =
    reading.code === 'date-format'
      ? 'Choose whether days or months come first.'
      : reading.code === 'date-in-future'
        ? 'Leave out days to come, or enter an invoice.'
        : 'Write days as 2026-01-31.'
  return { ok: false, code: reading.code, what: `${reading.reason}.`, mend }
}

/** `Apr 6, 2021`, as some exports write it. */
function isoOfName([all, month = '', day = '', year = '']: RegExpExecArray): string {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  return number === 0 ? all : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
