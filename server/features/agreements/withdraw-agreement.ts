import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchVersion } from './policy.ts'
import { type Summary, statusOf, summaryOf } from './summary-of.ts'
import { tellScreens } from './tell-screens.ts'
import { readVersions, versionInForce } from './versions.ts'
import { lockVersions } from './versions-lock.ts'

const WHY = {
  'in force': [
    'is in force and cannot be withdrawn.',
    'Draft another version; when both teams have signed it, it takes the place of this one.',
  ],
  superseded: ['was in force and stays on record.', 'Leads were decided under it, so it is kept.'],
} as const

/** Takes a draft away, also a signed one whose day has not come. Withdrawing twice is withdrawing once. */
export async function withdrawAgreement(ctx: Context, caller: Caller, number: number): Promise<Summary> {
  await inTransaction(ctx.db, async (tx) => {
    await lockVersions(tx)
    const versions = await readVersions(tx)
    const version = versions.find((each) => each.version === number)
    if (version === undefined) throw noSuchVersion(number)
    const status = statusOf(version, versionInForce(versions, ctx.now()), ctx.now())
    if (status === 'withdrawn') return
    if (status !== 'draft') {
      const [what, mend] = WHY[status]
      throw new Problem('refused', `Version ${number} ${what}`, { mend })
    }
    await tx.query(
      `update agreements set status = 'withdrawn', in_force_from = null, withdrawn_by = $2, withdrawn_at = $3 where version = $1`,
      [number, caller.id, new Date(ctx.now())],
    )
    await tellScreens(tx)
  })
  await ctx.agreements.refresh()
  const versions = await readVersions(ctx.db)
  const version = versions.find((each) => each.version === number)
  if (version === undefined) throw noSuchVersion(number)
  return summaryOf(version, versionInForce(versions, ctx.now()), ctx.now())
}
