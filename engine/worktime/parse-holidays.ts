import type { HolidayPlace } from './calendar.ts'
import { parseDate } from './parse-date.ts'
import { isMapping, type Path, type Problem, quote } from './problem.ts'
import { holidayPlaceProblem } from './public-holidays.ts'

type Holidays = { readonly dates: readonly string[]; readonly place: HolidayPlace | null }

const remedy = 'write a country and region (BR-SP), { country: BR, region: SP }, or a list of dates (2026-12-24)'

/** Reads holidays: a place (`BR`, `BR-SP`, `{ country, region }`), a list of dates, or a list of dates and one place. */
export function parseHolidays(written: unknown, path: Path, problems: Problem[]): Holidays {
  if (written === undefined || written === null) return { dates: [], place: null }
  const isList = Array.isArray(written)
  const list: readonly unknown[] = isList ? written : [written]
  const dates: string[] = []
  let place: HolidayPlace | null = null
  for (const [i, item] of list.entries()) {
    const where = isList ? [...path, i] : path
    if (typeof item === 'string' && /^\d/.test(item)) {
      if (parseDate(item) === null)
        problems.push({ path: where, message: `${quote(item)} is no date`, remedy: 'write 2026-12-24' })
      else dates.push(item)
      continue
    }
    const found = readPlace(item, where, problems)
    if (found && place)
      problems.push({ path: where, message: 'a second country', remedy: 'give one place, other days as dates' })
    place ??= found
  }
  return { dates, place }
}

function readPlace(written: unknown, path: Path, problems: Problem[]): HolidayPlace | null {
  const place = toPlace(written)
  if (!place) {
    problems.push({ path, message: 'these are no holidays', remedy })
    return null
  }
  const wrong = holidayPlaceProblem(place)
  if (wrong === null) return place
  const message =
    wrong === 'country'
      ? `no holidays are known for country ${quote(place.country)}`
      : `${place.country} has no region ${quote(place.region)}`
  problems.push({ path, message, remedy: 'use ISO 3166 codes, such as BR or BR-SP, or list the dates' })
  return null
}

function toPlace(written: unknown): HolidayPlace | null {
  if (typeof written === 'string') {
    const [country = '', ...region] = written.trim().toUpperCase().split('-')
    return region.length > 0 ? { country, region: region.join('-') } : { country }
  }
  if (!isMapping(written) || typeof written.country !== 'string') return null
  if (Object.keys(written).some((field) => field !== 'country' && field !== 'region')) return null
  const country = written.country.toUpperCase()
  if (written.region === undefined || written.region === null) return { country }
  // A region may be a number in YAML, such as Madrid's provinces or Zürich's communes.
  return { country, region: String(written.region).toUpperCase() }
}
