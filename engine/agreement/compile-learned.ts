import type { Node } from '../cel/ast.ts'
import { checkExpression } from '../cel/check-expression.ts'
import { nearestName } from '../cel/nearest-name.ts'
import { parseExpression } from '../cel/parse-expression.ts'
import type { Schema } from '../cel/schema.ts'
import { describeSchema } from '../cel/schema.ts'
import { type ModelField, modelFields } from '../learning/model-fields.ts'
import type { StoredModel, StoredModels } from '../learning/stored-model.ts'
import type { LearnedRule } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import type { AgreementDocument } from './document.ts'
import { learnedSchema } from './expression-schema.ts'
import type { DocumentPath } from './problem.ts'

type Written = AgreementDocument['learned'][string]
type Read = LearnedRule['reads'][number]

/** What stands for a warning that names no field: the whole model tells too much. */
export const EVERY_FIELD = 'every field'

function partsOf(node: Node): string[] | null {
  if (node.kind === 'name') return [node.name]
  if (node.kind === 'index' && node.at.kind === 'literal' && node.at.type === 'string')
    return withOwner(node.of, node.at.value)
  return node.kind === 'member' ? withOwner(node.of, node.field) : null
}

function withOwner(of: Node, field: string): string[] | null {
  const owner = partsOf(of)
  return owner === null ? null : [...owner, field]
}

function takes(kind: ModelField['kind'], schema: Schema): boolean {
  if (schema.kind === 'dyn') return true
  const numbers = ['int', 'double']
  return kind === 'numeric' ? numbers.includes(schema.kind) : [...numbers, 'string', 'bool'].includes(schema.kind)
}

/** One field of the model: a dotted name of what is known, of a type the model can read. */
function readField(compiler: Compiler, field: ModelField, source: string | undefined, at: DocumentPath): Read | null {
  const path = [...at, 'fields', ...(source === undefined ? [] : [field.name])]
  const text = source ?? field.name
  const parsed = parseExpression(text)
  const parts = parsed.ok ? partsOf(parsed.ast.root) : null
  const faults = parsed.ok ? checkExpression(parsed.ast, learnedSchema).problems : parsed.problems
  if (source === undefined && (parts === null || faults.length > 0)) {
    const what = `The model reads "${field.name}", and nothing says where that is found.`
    compiler.report(path, what, `Add "${field.name}:" under fields, with what it is here, such as lead.channel.`)
    return null
  }
  const [fault] = faults
  if (fault !== undefined || !parsed.ok || parts === null) {
    const what = fault?.message ?? `"${text}" is more than the name of a field.`
    compiler.report(path, what, fault?.remedy ?? 'Name one field, such as account.employees or traits["plan"].')
    return null
  }
  const { type } = checkExpression(parsed.ast, learnedSchema)
  if (takes(field.kind, type)) return { field: field.name, path: parts }
  const wanted = field.kind === 'numeric' ? 'a number' : 'a text'
  compiler.report(
    path,
    `"${field.name}" is ${wanted} in the model, and ${text} is ${describeSchema(type)}.`,
    `Name a field that holds ${wanted}, or learn anew without "${field.name}".`,
  )
  return null
}

/** A model with signs of knowing the end beforehand is believed only with a reason for each. */
function checkLeaks(compiler: Compiler, { warnings, name }: StoredModel, written: Written, at: DocumentPath): void {
  const leaking = new Map<string, string>()
  for (const warning of warnings) {
    if (warning.kind !== 'leakage') continue
    const field = warning.field ?? EVERY_FIELD
    if (!leaking.has(field)) leaking.set(field, warning.message)
  }
  for (const [field, message] of leaking) {
    if (Object.hasOwn(written.known_in_time, field)) continue
    compiler.report(
      [...at, 'known_in_time'],
      `The learned score "${name}" may know the end beforehand. ${message}`,
      `Learn anew without ${field === EVERY_FIELD ? 'what is written late' : `"${field}"`}, or write why it is known in time: known_in_time: { ${field}: … }.`,
    )
  }
}

function readOne(compiler: Compiler, name: string, written: Written, models: StoredModels): LearnedRule | null {
  const at = ['learned', name]
  const clause = compiler.clause(name, at)
  const { score } = written.points
  const scores = Object.keys(compiler.document.scores)
  if (score !== undefined && !scores.includes(score))
    compiler.report(
      [...at, 'points', 'score'],
      `There is no score "${score}".`,
      scores.length === 0 ? 'Leave it out: the points go to the main score.' : `Name one of: ${scores.join(', ')}.`,
    )
  const stored = models.get(written.model)
  if (stored === undefined) {
    const known = [...models.keys()]
    const near = nearestName(written.model, known)
    const save = `save it first: ensemble learn … --save ${written.model}`
    compiler.report(
      [...at, 'model'],
      `There is no learned score "${written.model}".`,
      near !== undefined
        ? `Did you mean "${near}"?`
        : known.length === 0
          ? `Learn and ${save}.`
          : `Name one of: ${known.slice(0, 12).join(', ')}; or ${save}.`,
    )
    return null
  }
  const fields = modelFields(stored.model)
  for (const field of Object.keys(written.fields)) {
    if (fields.some((each) => each.name === field)) continue
    const near = nearestName(
      field,
      fields.map((each) => each.name),
    )
    const mend = near === undefined ? 'Remove it.' : `Did you mean "${near}"?`
    compiler.report([...at, 'fields', field], `The model reads no "${field}".`, mend)
  }
  checkLeaks(compiler, stored, written, at)
  return {
    clause,
    because: written.because ?? null,
    stored,
    reads: fields.flatMap((field) => {
      const source = Object.hasOwn(written.fields, field.name) ? written.fields[field.name] : undefined
      return readField(compiler, field, source, at) ?? []
    }),
    atMost: written.points.at_most,
    score: score ?? null,
    knownInTime: written.known_in_time,
  }
}

/** Reads the clauses that score by models learned from outcomes. `models`: those that are stored. */
export function compileLearned(compiler: Compiler, models: StoredModels): LearnedRule[] {
  return Object.entries(compiler.document.learned).flatMap(
    ([name, written]) => readOne(compiler, name, written, models) ?? [],
  )
}
