import type { z } from 'zod'
import type { signAgreement } from './contract.ts'
import { hashOf, missingOf, partiesOf } from './parties.ts'
import { isAgreed, type Signature, type Version } from './versions.ts'

export type Summary = z.input<NonNullable<(typeof signAgreement)['response']>>

/** What a version is now: an agreed one is a draft until its date, and superseded once another's date has come. */
export function statusOf(version: Version, inForce: Version | null, nowMs: number): Summary['status'] {
  if (!isAgreed(version)) return version.status
  if (version.version === inForce?.version) return 'in force'
  return version.inForceFrom !== null && version.inForceFrom.getTime() > nowMs ? 'draft' : 'superseded'
}

function shown({ user, side, signedAt }: Signature): Summary['signatures'][number] {
  return { user: { id: user.id, name: user.name }, side, signedAt: signedAt.toISOString() }
}

/** One version as lists show it. */
export function summaryOf(version: Version, inForce: Version | null, nowMs: number): Summary {
  const { document, signatures, createdBy, withdrawn, amended } = version
  const hash = hashOf(document)
  const parties = partiesOf(document)
  return {
    version: version.version,
    title: version.title,
    status: statusOf(version, inForce, nowMs),
    inForceFrom: version.inForceFrom?.toISOString() ?? null,
    note: version.note,
    createdBy,
    createdAt: version.createdAt.toISOString(),
    amended: amended === null ? null : { by: amended.by, at: amended.at.toISOString() },
    hash,
    openThreads: version.openThreads,
    signatures: signatures.filter((each) => each.hash === hash).map(shown),
    lapsed: signatures.filter((each) => each.hash !== hash).map(shown),
    signatories: parties === null ? null : { marketing: parties.marketing.signs, sales: parties.sales.signs },
    missing: {
      marketing: missingOf(document, 'marketing', signatures),
      sales: missingOf(document, 'sales', signatures),
    },
    withdrawn: withdrawn === null ? null : { by: withdrawn.by, at: withdrawn.at.toISOString() },
  }
}
