import type { LearnedModel } from './model.ts'

export type ModelField = { readonly name: string; readonly kind: 'numeric' | 'categorical' }

/** The fields a model reads, in its own order, and whether each is a number or a text. */
export function modelFields(model: LearnedModel): ModelField[] {
  if (model.kind === 'logistic') return model.encoding.fields.map(({ name, kind }) => ({ name, kind }))
  return model.fields.map(({ name, edges }) => ({ name, kind: edges === null ? 'categorical' : 'numeric' }))
}
