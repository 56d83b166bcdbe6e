import { type CallingHours, DEFAULT_HOURS } from '@ensemble/engine/calls/calling-hours.ts'
import { countryOfZone } from '@ensemble/engine/calls/zones-of-place.ts'
import type { Queryable } from '../../db/queryable.ts'
import { readHouseSettings } from '../setup/house-settings.ts'

export type CallSettings = {
  /** Country whose numbers are written without a prefix. */
  country: string
  hours: CallingHours
  byCountry: Readonly<Record<string, CallingHours>>
}

const KEY = 'calls'

/** When people may be called, as the house says; eight to twenty-one where it says nothing. */
export async function readCallSettings(db: Queryable): Promise<CallSettings & { zone: string }> {
  const [{ rows }, house] = await Promise.all([
    db.query<{ value: Partial<CallSettings> }>('select value from settings where key = $1', [KEY]),
    readHouseSettings(db),
  ])
  const stored = rows[0]?.value ?? {}
  return {
    zone: house.zone,
    country: stored.country ?? countryOfZone(house.zone) ?? 'FR',
    hours: stored.hours ?? DEFAULT_HOURS,
    byCountry: stored.byCountry ?? {},
  }
}

export async function saveCallSettings(db: Queryable, settings: CallSettings): Promise<void> {
  await db.query(
    'insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value, updated_at = now()',
    [KEY, JSON.stringify({ country: settings.country, hours: settings.hours, byCountry: settings.byCountry })],
  )
}

/** The hours of a country: its own, else those of the house. */
export function hoursOf(settings: CallSettings): (country: string | null) => CallingHours {
  return (country) => settings.byCountry[country?.toUpperCase() ?? ''] ?? settings.hours
}
