import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { compileHere } from '../models/compile-here.ts'
import { unreadable } from './policy.ts'
import { problemsHere } from './problems-here.ts'
import { tellScreens } from './tell-screens.ts'
import { lockVersions } from './versions-lock.ts'

/** Saves a new version for both teams to read and sign. A document with problems is refused and changes nothing. */
export async function draftAgreement(
  ctx: Context,
  caller: Caller,
  input: { document: string; note: string },
): Promise<{ version: number }> {
  const compiled = await compileHere(ctx.db, input.document, 0)
  const problems = compiled.ok ? await problemsHere(ctx.db, input.document, compiled.agreement) : compiled.problems
  if (!compiled.ok || problems.length > 0) throw unreadable(problems, 'Nothing was saved.')
  const { title } = compiled.agreement.document
  return inTransaction(ctx.db, async (tx) => {
    await lockVersions(tx)
    const { rows } = await tx.query<{ version: number }>(
      `insert into agreements (version, title, document, status, note, created_by, created_at)
       select max(version) + 1, $1, $2, 'draft', $3, $4, $5 from agreements
       returning version`,
      [title, input.document, input.note.trim(), caller.id, new Date(ctx.now())],
    )
    const [row] = rows
    if (row === undefined) throw new Error('the draft was not stored')
    await tellScreens(tx)
    return row
  })
}
