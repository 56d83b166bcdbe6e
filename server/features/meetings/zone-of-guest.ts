import { zonesOfPlace } from '@ensemble/engine/calls/zones-of-place.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { placesOf } from '../calls/places-of.ts'

/** The zone somebody is in, where they told it or their country has but one; null where it is a guess. */
export function zoneOfGuest(state: Pick<PersonState, 'person' | 'account' | 'traits'>): string | null {
  const zones = new Set(
    placesOf(state, null).flatMap(({ country, region, zone }) =>
      zone === undefined ? zonesOfPlace(country ?? '', region) : [zone],
    ),
  )
  const [only] = zones
  return zones.size === 1 ? (only ?? null) : null
}
