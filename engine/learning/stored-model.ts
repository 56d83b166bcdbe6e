import type { LearnedModel } from './model.ts'
import type { LearningWarning } from './warning.ts'

/** A model kept under a name: it is never changed, and a retrained one has another name. */
export type StoredModel = {
  readonly name: string
  readonly model: LearnedModel
  readonly warnings: readonly LearningWarning[]
  /** The last moment its rows, those it was measured on too, tell of: epoch ms, null where they bear no time. */
  readonly rowsToMs: number | null
}

export type StoredModels = ReadonlyMap<string, StoredModel>
