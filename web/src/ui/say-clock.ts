import type { TFunction } from 'i18next'

const CLOCKS = [
  'acceptance',
  'first contact',
  'attempts',
  'verdict',
  'next step',
  'parking',
  'recycling',
  'feedback',
] as const

/** The name of a clock in words; one this version does not know keeps its own name. */
export function sayClock(clock: string, t: TFunction): string {
  const known = CLOCKS.find((one) => one === clock || clock.startsWith(`${one} `))
  return known === undefined ? clock : t(`frame.clocks.${known}`)
}
