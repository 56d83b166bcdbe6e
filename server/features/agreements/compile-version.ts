import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Context } from '../../context.ts'

/** A version ready to be told: an agreed one is known to the book, a draft is read here. Null when this build cannot read it. */
export function compileVersion(
  ctx: Context,
  { version, document }: { version: number; document: string },
): CompiledAgreement | null {
  const known = ctx.agreements.byVersion(version)
  if (known !== null) return known
  const compiled = compileAgreement(document, version)
  return compiled.ok ? compiled.agreement : null
}
