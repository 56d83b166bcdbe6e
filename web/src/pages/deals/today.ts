import { serverNow } from '../../ui/clock.ts'

/** The calendar day where the reader is, `2026-11-25`. */
export function today(): string {
  const now = new Date(serverNow())
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
