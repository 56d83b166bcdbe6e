import { type Compilation, compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { Queryable } from '../../db/queryable.ts'
import { modelsFor } from './stored-models.ts'

/** Compiles an agreement with the learned scores of this installation. */
export async function compileHere(db: Queryable, document: string, version: number): Promise<Compilation> {
  return compileAgreement(document, version, await modelsFor(db, document))
}
