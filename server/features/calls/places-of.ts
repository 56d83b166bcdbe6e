import { callingCalendars, type Place } from '@ensemble/engine/calls/calling-hours.ts'
import { zonesOfPlace } from '@ensemble/engine/calls/zones-of-place.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { type CallSettings, hoursOf } from './settings.ts'

const ZONE_TRAITS = ['timezone', 'time_zone', 'timeZone', 'zone']

function toldZone(traits: PersonState['traits']): string | undefined {
  const told = ZONE_TRAITS.map((name) => traits[name]).find((value) => typeof value === 'string' && value.includes('/'))
  if (typeof told !== 'string') return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: told }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** An ISO 3166-1 code in capitals, or null: a country written out says nothing here. */
export function codeOf(country: string | null | undefined): string | null {
  const code = country?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(code) ? code : null
}

/** Where somebody may be: the zone they told; else their country and the one of their number, both, when these differ. */
export function placesOf(
  state: Pick<PersonState, 'person' | 'account' | 'traits'>,
  numberCountry: string | null,
): Place[] {
  const { person, account, traits } = state
  const country = codeOf(person.country) ?? codeOf(account.country) ?? numberCountry
  const region = codeOf(person.country) === null ? account.region : person.region
  const zone = toldZone(traits)
  if (zone !== undefined) return [{ country, zone }]
  const own: Place[] = country === null ? [] : [{ country, ...(region === undefined ? {} : { region }) }]
  const isElsewhere = numberCountry !== null && numberCountry !== country
  return isElsewhere ? [...own, { country: numberCountry }] : own
}

/** The hours in which somebody may be called, one calendar for each zone they may be in. */
export function calendarsOf(
  settings: CallSettings & { zone: string },
  state: Pick<PersonState, 'person' | 'account' | 'traits'>,
  numberCountry: string | null,
): Calendar[] {
  return callingCalendars(hoursOf(settings), placesOf(state, numberCountry), settings.zone)
}

/** The zone whose clock stands for somebody in counts: the first of their country. */
export function zoneOf(country: string | null, houseZone: string): string {
  return zonesOfPlace(country ?? '')[0] ?? houseZone
}
