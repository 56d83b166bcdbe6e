import type { TFunction } from 'i18next'
import { sayChannel } from '../../ui/say-channel.ts'
import type { By } from './search.ts'

/** What a label is called: touches without one are said to have none. */
export function nameOf(label: string, by: By, t: TFunction): string {
  if (label === '') return t(`attribution.none.${by}`)
  return by === 'channel' ? sayChannel(label, t) : label
}
