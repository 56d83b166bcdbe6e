export const PRESETS = ['quarter', 'lastQuarter', 'year', 'lastYear', 'days90'] as const
export type Preset = (typeof PRESETS)[number]

/** A half-open period in days: `from` is in it, `to` is the day after the last. */
export type Cohort = { from: string; to: string }

const DAY_MS = 86_400_000
const DATE = /^\d{4}-\d{2}-\d{2}$/

function dateOf(year: number, month: number, day = 1): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

export function isDate(text: unknown): text is string {
  return typeof text === 'string' && DATE.test(text) && !Number.isNaN(Date.parse(text))
}

export function daysOf(cohort: Cohort): number {
  return Math.round((Date.parse(cohort.to) - Date.parse(cohort.from)) / DAY_MS)
}

/** The period a preset means on `today` (`YYYY-MM-DD` in the company's zone). */
export function cohortOfPreset(preset: Preset, today: string): Cohort {
  const year = Number(today.slice(0, 4))
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3)
  switch (preset) {
    case 'quarter':
      return { from: dateOf(year, quarter * 3), to: dateOf(year, quarter * 3 + 3) }
    case 'lastQuarter':
      return { from: dateOf(year, quarter * 3 - 3), to: dateOf(year, quarter * 3) }
    case 'year':
      return { from: dateOf(year, 0), to: dateOf(year + 1, 0) }
    case 'lastYear':
      return { from: dateOf(year - 1, 0), to: dateOf(year, 0) }
    case 'days90':
      return { from: addDays(today, -89), to: addDays(today, 1) }
  }
}

export function presetOfCohort(cohort: Cohort, today: string): Preset | null {
  return (
    PRESETS.find((preset) => {
      const one = cohortOfPreset(preset, today)
      return one.from === cohort.from && one.to === cohort.to
    }) ?? null
  )
}

/** Today's date where the company is. */
export function todayIn(zone: string, nowMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    nowMs,
  )
}
