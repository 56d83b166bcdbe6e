import type { TFunction } from 'i18next'

const REASONS = [
  'misrouted',
  'incomplete',
  'duplicate',
  'below the definition',
  'unreachable',
  'no need',
  'no budget',
  'bad timing',
  'no authority',
  'no fit',
  'wrong data',
  'chose a competitor',
] as const

/** A reason in words. Agreements may name their own; those are shown as they are written. */
export function sayReason(reason: string, t: TFunction): string {
  const known = REASONS.find((one) => one === reason)
  return known === undefined ? reason : t(`acts.pick.reason.${known}`)
}
