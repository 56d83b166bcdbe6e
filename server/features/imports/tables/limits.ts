/** Longest cell that is kept, in characters. The row of a longer one is dropped with the reason. */
export const CELL_LIMIT = 64 * 1024

/** Longest row that is read at all, in bytes. A longer one means a quote that is never closed. */
export const RECORD_LIMIT = 16 * 1024 * 1024

export const COLUMN_LIMIT = 1_000
