/** Gives a text to the person as a file. */
export function saveFile(name: string, text: string, type: 'text/csv' | 'application/yaml'): void {
  // The mark at its head tells spreadsheets that a CSV is UTF-8.
  const mark = type === 'text/csv' ? '\uFEFF' : ''
  const address = URL.createObjectURL(new Blob([mark, text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
