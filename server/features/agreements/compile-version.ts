import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Context } from '../../context.ts'
import { compileHere } from '../models/compile-here.ts'

/** A version ready to be told: an agreed one is known to the book, a draft is read here. Null when this build cannot read it. */
export async function compileVersion(
  ctx: Context,
  { version, document }: { version: number; document: string },
): Promise<CompiledAgreement | null> {
  const known = ctx.agreements.byVersion(version)
  if (known !== null) return known
  const compiled = await compileHere(ctx.db, document, version)
  return compiled.ok ? compiled.agreement : null
}
