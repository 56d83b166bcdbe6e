/** What became of one cell: a value, or why there is none. The reason completes "… is not read: ". */
export type Reading<T> = { ok: true; value: T } | { ok: false; code: string; reason: string }

export function read<T>(value: T): Reading<T> {
  return { ok: true, value }
}

export function unread(code: string, reason: string): { ok: false; code: string; reason: string } {
  return { ok: false, code, reason }
}
