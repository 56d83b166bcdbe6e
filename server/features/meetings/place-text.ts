import type { PlaceKind } from './meeting-type.ts'

type Placed = { placeKind: PlaceKind; place: string; guestPhone: string | null }

/** Where a meeting is, in words: the link, the address, or who calls whom. */
export function placeText({ placeKind, place, guestPhone }: Placed, language: 'en' | 'fr'): string {
  const isFrench = language === 'fr'
  switch (placeKind) {
    case 'phone':
      if (place !== '') return isFrench ? `Par téléphone : ${place}` : `By phone: ${place}`
      if (guestPhone !== null) return isFrench ? `Nous vous appelons au ${guestPhone}` : `We call you at ${guestPhone}`
      return isFrench ? 'Par téléphone' : 'By phone'
    case 'video':
      return place === '' ? (isFrench ? 'En visioconférence' : 'Video call') : place
    case 'address':
      return place
  }
}
