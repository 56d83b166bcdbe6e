import { REAL } from './history.ts'

/**
 * Whether the record can tell what sales did with a lead (`History.flags`): somebody had it, or did something with it, and no
 * import claims a conversation that nothing else tells of. Where it cannot, no promise about the lead is called kept or broken.
 */
export function isKnowable(flags: number): boolean {
  if ((flags & (REAL.handedOver | REAL.worked)) === 0) return false
  return (flags & REAL.recordedLater) === 0 || (flags & REAL.touched) !== 0
}
