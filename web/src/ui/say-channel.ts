import type { TFunction } from 'i18next'

const KNOWN = [
  'direct',
  'organic search',
  'paid search',
  'social',
  'paid social',
  'email',
  'referral',
  'affiliate',
  'display',
  'video',
  'event',
  'direct mail',
  'partner',
  'other',
] as const

/** The channels every company begins with are said in the reader's language; its own are shown as it named them. */
export function sayChannel(name: string, t: TFunction): string {
  const known = KNOWN.find((one) => one === name)
  return known === undefined ? name : t(`common.channel.${known}`)
}
