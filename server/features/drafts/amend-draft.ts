import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { hashOf } from '../agreements/parties.ts'
import { noSuchVersion, unreadable } from '../agreements/policy.ts'
import { problemsHere } from '../agreements/problems-here.ts'
import { type Summary, summaryOf } from '../agreements/summary-of.ts'
import { tellScreens } from '../agreements/tell-screens.ts'
import { readVersions, versionInForce } from '../agreements/versions.ts'
import { lockVersions } from '../agreements/versions-lock.ts'
import { compileHere } from '../models/compile-here.ts'

type Input = { version: number; document: string; note?: string | undefined; basedOn: string }

/**
 * Changes a draft in place while it is talked about. Only the text it was begun from may be changed: two people who write at
 * once do not undo each other. A signature holds for the text it was put under, so earlier ones no longer count.
 */
export async function amendDraft(ctx: Context, caller: Caller, input: Input): Promise<Summary> {
  const compiled = await compileHere(ctx.db, input.document, input.version)
  const problems = compiled.ok ? await problemsHere(ctx.db, input.document, compiled.agreement) : compiled.problems
  if (!compiled.ok || problems.length > 0) throw unreadable(problems, 'Nothing was saved.')
  const { title } = compiled.agreement.document
  return inTransaction(ctx.db, async (tx) => {
    await lockVersions(tx)
    const [version] = await readVersions(tx, input.version)
    if (version === undefined) throw noSuchVersion(input.version)
    if (version.status !== 'draft')
      throw new Problem('refused', `Version ${input.version} is no longer a draft.`, {
        mend: 'Save what you wrote as a new draft.',
      })
    if (hashOf(version.document) !== input.basedOn)
      throw new Problem('conflict', `Version ${input.version} was changed by somebody else while you wrote.`, {
        mend: 'Save what you wrote as a new draft, or look at the other change first.',
      })
    await tx.query(
      `update agreements set document = $2, title = $3, note = coalesce($4, note), amended_by = $5, amended_at = $6 where version = $1`,
      [input.version, input.document, title, input.note?.trim() ?? null, caller.id, new Date(ctx.now())],
    )
    await tx.query('delete from agreement_works where version = $1 and user_id = $2', [input.version, caller.id])
    await tellScreens(tx)
    const versions = await readVersions(tx)
    const amended = versions.find((each) => each.version === input.version)
    if (amended === undefined) throw noSuchVersion(input.version)
    return summaryOf(amended, versionInForce(versions, ctx.now()), ctx.now())
  })
}
