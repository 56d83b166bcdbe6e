export type Severity = 'dropped' | 'repaired' | 'warning'

/** Something wrong with a row, or with one field of it. The code is for counting, the message for people. */
export type Finding = { field: string | null; severity: Severity; code: string; message: string }

/** A finding with its place. Row 1 is the header; `raw` is the row as it was written. */
export type Issue = Finding & { file: string; row: number; raw: string | null }

export function dropped(code: string, message: string, field: string | null = null): Finding {
  return { field, severity: 'dropped', code, message }
}

export function repaired(code: string, message: string, field: string | null = null): Finding {
  return { field, severity: 'repaired', code, message }
}

export function warning(code: string, message: string, field: string | null = null): Finding {
  return { field, severity: 'warning', code, message }
}
