import type { Role, Side } from '../../api/types.ts'
import type { AgreementSummary } from './queries.ts'

export type WhyNot = 'otherSide' | 'noTeam' | 'viewer' | 'already' | 'complete' | 'closed' | 'notNamed'

/** Why a person may not sign a version for a side, or null when they may. The server decides; this only says it beforehand. */
export function whyNotSign(
  version: AgreementSummary,
  side: Side,
  me: { id: string; name: string; email?: string | null; role: Role; side: Side | null },
): WhyNot | null {
  if (version.status === 'superseded' || version.status === 'withdrawn') return 'closed'
  if (me.role === 'viewer') return 'viewer'
  if (me.side === null) return 'noTeam'
  if (me.side !== side) return 'otherSide'
  if (version.signatures.some((signature) => signature.user.id === me.id)) return 'already'
  const signs = version.signatories?.[side]
  const isMine = (word: string): boolean =>
    [me.name.trim().toLowerCase(), me.email?.toLowerCase()].includes(word.trim().toLowerCase())
  if (Array.isArray(signs) && !signs.some(isMine)) return 'notNamed'
  return version.missing[side] === 0 ? 'complete' : null
}
