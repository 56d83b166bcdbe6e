const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size of a file in words: "590 kB". */
export function sayBytes(bytes: number, language: string): string {
  const step = Math.min(STEPS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const unit = STEPS[step] ?? 'byte'
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unitDisplay: step === 0 ? 'long' : 'short',
    unit,
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value)
}
