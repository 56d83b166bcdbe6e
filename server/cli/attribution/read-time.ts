import { type DateFormat, readDate } from '../../features/imports/values/read-date.ts'

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z)?)?$/
const NUMBER = /^\d{1,13}(\.\d+)?$/
const dayMs = 86_400_000

export type ReadTime = { ok: true; atMs: number; isBareNumber: boolean } | { ok: false; reason: string }

/** A moment in ms since 1970: ISO, other dates, seconds or ms since 1970; a small bare number is a day. What has no zone is read as UTC. */
export function readTime(text: string, format: DateFormat): ReadTime {
  const written = text.trim()
  const iso = ISO.exec(written)
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0'] = iso
    const atMs =
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) +
      Number(fraction.padEnd(3, '0'))
    const isReal =
      new Date(atMs).getUTCDate() === Number(day) && Number(month) <= 12 && Number(hour) < 24 && Number(minute) < 60
    if (isReal) return { ok: true, atMs, isBareNumber: false }
  }
  if (NUMBER.test(written)) {
    const value = Number(written)
    if (value >= 1e11) return { ok: true, atMs: value, isBareNumber: false }
    if (value >= 1e8) return { ok: true, atMs: value * 1000, isBareNumber: false }
    return { ok: true, atMs: value * dayMs, isBareNumber: true }
  }
  const read = readDate(written, { format, zone: 'UTC', nowMs: Number.POSITIVE_INFINITY })
  return read.ok ? { ok: true, atMs: read.value.atMs, isBareNumber: false } : { ok: false, reason: read.reason }
}
