import { clausesOf } from '@ensemble/engine/agreement/clauses-of.ts'
import { silentDefaults } from '@ensemble/engine/agreement/silent-defaults.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { compileHere } from '../models/compile-here.ts'
import type { checkAgreement as promise } from './contract.ts'
import { locateClauses } from './locate-clauses.ts'
import { problemsHere } from './problems-here.ts'

type Checked = z.input<NonNullable<(typeof promise)['response']>>

/** Problems with line and clause, or the clauses as sentences with what is left unsaid. Stores nothing. */
export async function checkAgreement(
  ctx: Context,
  input: { document: string; language: 'en' | 'fr' },
): Promise<Checked> {
  const compiled = await compileHere(ctx.db, input.document, 0)
  if (!compiled.ok) return { isValid: false, problems: compiled.problems, clauses: [], silent: [] }
  const problems = await problemsHere(ctx.db, input.document, compiled.agreement)
  return {
    isValid: problems.length === 0,
    problems,
    clauses: locateClauses(input.document, clausesOf(compiled.agreement, input.language)),
    silent: silentDefaults(compiled.agreement, input.language),
  }
}
