const blanks = new Set(['', 'na', 'n/a', 'nan', 'null'])

/** Whether a cell says nothing at all. */
export function isBlank(text: string): boolean {
  return blanks.has(text.trim().toLowerCase())
}

/** Whether a cell says nothing, or only that nobody chose: forms leave "Select" where a list was not touched. */
export function isUnanswered(text: string): boolean {
  return isBlank(text) || /^-*\s*select\b[^a-z]*-*$/i.test(text.trim())
}
