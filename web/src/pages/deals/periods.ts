export const PERIODS = ['quarter', 'lastQuarter', 'year', 'lastYear'] as const
export type Period = (typeof PERIODS)[number]

const dayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)

/** The half-open days of a usual period around `today` (`2026-11-25`). */
export function periodDays(period: Period, today: string): { from: string; to: string } {
  const year = Number(today.slice(0, 4))
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3
  switch (period) {
    case 'quarter':
      return { from: dayOf(year, quarter), to: dayOf(year, quarter + 3) }
    case 'lastQuarter':
      return { from: dayOf(year, quarter - 3), to: dayOf(year, quarter) }
    case 'year':
      return { from: dayOf(year, 0), to: dayOf(year + 1, 0) }
    case 'lastYear':
      return { from: dayOf(year - 1, 0), to: dayOf(year, 0) }
  }
}
