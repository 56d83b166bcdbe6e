/** Given by whoever asks ($3), or asked of them. */
export const IS_MINE = '(f.given_by = $3 or f.owner = $3)'
/** Answered too late, or due by now ($4) and not answered. */
export const IS_LATE = `(f.is_late or (f.status = 'open' and coalesce(f.due_at <= $4, false)))`
