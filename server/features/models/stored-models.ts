import type { LearnedModel } from '@ensemble/engine/learning/model.ts'
import type { StoredModel, StoredModels } from '@ensemble/engine/learning/stored-model.ts'
import type { LearningWarning } from '@ensemble/engine/learning/warning.ts'
import type { Queryable } from '../../db/queryable.ts'

const NONE: StoredModels = new Map()

/** Whether a document has a section of learned scores. */
export function namesModels(document: string): boolean {
  return /^learned[ \t]*:/m.test(document)
}

/** The learned scores that documents may name; none are read for documents that name none. */
export async function modelsFor(db: Queryable, ...documents: readonly string[]): Promise<StoredModels> {
  return documents.some(namesModels) ? readModels(db) : NONE
}

/** Every learned score by its name. */
export async function readModels(db: Pick<Queryable, 'query'>): Promise<StoredModels> {
  const { rows } = await db.query<{
    name: string
    model: LearnedModel
    warnings: LearningWarning[]
    rowsTo: Date | null
  }>(
    `select name, model, report -> 'warnings' as warnings, rows_to as "rowsTo" from models order by created_at desc, name`,
  )
  return new Map(
    rows.map(({ name, model, warnings, rowsTo }): [string, StoredModel] => [
      name,
      { name, model, warnings, rowsToMs: rowsTo?.getTime() ?? null },
    ]),
  )
}
