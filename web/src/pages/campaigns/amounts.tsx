import type { Schemas } from '../../api/types.ts'
import { useNumbers } from '../../ui/numbers.ts'

/** Amounts side by side, one a currency: they are never added up here. */
export function Amounts({ of }: { of: readonly Schemas['Amount'][] }) {
  const { money } = useNumbers()
  if (of.length === 0) return <span className="quiet">–</span>
  return <span className="tnum">{of.map((one) => money(one.cents, one.currency)).join(' + ')}</span>
}
