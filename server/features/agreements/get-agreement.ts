import { clausesOf } from '@ensemble/engine/agreement/clauses-of.ts'
import { silentDefaults } from '@ensemble/engine/agreement/silent-defaults.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { compileVersion } from './compile-version.ts'
import type { getAgreement as promise } from './contract.ts'
import { countDecisions } from './count-decisions.ts'
import { locateClauses } from './locate-clauses.ts'
import { noSuchVersion } from './policy.ts'
import { shareCounts } from './share-counts.ts'
import { summaryOf } from './summary-of.ts'
import { readVersions, versionInForce } from './versions.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Asked = { version: number | 'current'; language: 'en' | 'fr' }

/** One version as document and as sentences, each with what it decided lately. */
export async function getAgreement(ctx: Context, asked: Asked): Promise<View> {
  const nowMs = ctx.now()
  const versions = await readVersions(ctx.db)
  const inForce = versionInForce(versions, nowMs)
  const version = asked.version === 'current' ? inForce : versions.find((each) => each.version === asked.version)
  if (version === null || version === undefined) throw noSuchVersion(asked.version)
  const agreement = await compileVersion(ctx, version)
  const clauses = agreement === null ? [] : locateClauses(version.document, clausesOf(agreement, asked.language))
  const counts = await shareCounts(ctx, version.version, nowMs, () =>
    countDecisions(ctx.db, version.version, clauses, nowMs),
  )
  return {
    ...summaryOf(version, inForce, nowMs),
    document: version.document,
    clauses: clauses.map((clause) => {
      const count = counts.get(clause.clause)
      const isPromise = clause.section === 'promises'
      return {
        ...clause,
        decided7Days: count?.week ?? 0,
        decided30Days: count?.month ?? 0,
        kept: isPromise ? (count?.kept ?? 0) : null,
        broken: isPromise ? (count?.broken ?? 0) : null,
      }
    }),
    silent: agreement === null ? [] : silentDefaults(agreement, asked.language),
  }
}
