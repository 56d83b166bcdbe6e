import { clauseNamesIn, nextClauseName } from '@ensemble/engine/agreement/clause-names.ts'
import { clausesOf } from '@ensemble/engine/agreement/clauses-of.ts'
import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import { conditionOf } from '@ensemble/engine/agreement/condition-rows.ts'
import { type Edited, editDocument } from '@ensemble/engine/agreement/edit-document.ts'
import { writePart } from '@ensemble/engine/agreement/edit-part.ts'
import { outlineOf } from '@ensemble/engine/agreement/outline-of.ts'
import type { AgreementProblem, DocumentPath } from '@ensemble/engine/agreement/problem.ts'
import { silentDefaults } from '@ensemble/engine/agreement/silent-defaults.ts'
import type { StoredModels } from '@ensemble/engine/learning/stored-model.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { type LocatedClause, locateClauses } from '../agreements/locate-clauses.ts'
import { problemsHere } from '../agreements/problems-here.ts'
import { modelsFor } from '../models/stored-models.ts'
import { conditionIn } from './condition-in.ts'
import type { editAgreement as promise } from './contract.ts'
import { renamedEverywhere } from './renamed-everywhere.ts'
import { takenNames } from './taken-names.ts'

type Asked = z.output<NonNullable<(typeof promise)['body']>> & { language: 'en' | 'fr' }
type Answer = z.input<NonNullable<(typeof promise)['response']>>
type Change = Asked['edits'][number]

/** A place below this many broken clauses is told apart: the sentences of the others are shown all the same. */
const MOST_BROKEN = 20

async function insert(
  ctx: Context,
  document: string,
  change: Extract<Change, { op: 'insert' }>,
  given: ReadonlySet<string>,
): Promise<{ edited: Edited; added: DocumentPath }> {
  const { prefix, ...edit } = change
  const key =
    prefix === undefined
      ? edit.key
      : nextClauseName(prefix, new Set([...(await takenNames(ctx.db)), ...clauseNamesIn(document), ...given]))
  const edited = editDocument(document, [{ ...edit, key, value: edit.value }])
  return { edited, added: [...edit.path, key ?? edit.at ?? '-'] }
}

/** One change of the text. The conditions of rows become expressions, and a pool that is renamed is renamed where it is named. */
async function change(ctx: Context, document: string, edit: Change, given: ReadonlySet<string>) {
  switch (edit.op) {
    case 'insert':
      return insert(ctx, document, edit, given)
    case 'condition':
      return {
        edited: editDocument(document, [{ op: 'set', path: edit.path, value: conditionOf(edit.rows) }]),
        added: null,
      }
    case 'write':
      return { edited: writePart(document, edit.path, edit.text), added: null }
    case 'rename':
      return {
        edited: editDocument(document, renamedEverywhere(document, edit)),
        added: [...edit.path.slice(0, -1), edit.key],
      }
    case 'set':
      return { edited: editDocument(document, [{ ...edit, value: edit.value }]), added: null }
    default:
      return { edited: editDocument(document, [edit]), added: null }
  }
}

/** The sentences of a document; of one with broken clauses, those of the rest. */
function told(
  document: string,
  problems: readonly AgreementProblem[],
  parts: readonly { path: DocumentPath }[],
  language: 'en' | 'fr',
  models: StoredModels,
) {
  const broken = parts.filter(({ path }) => {
    const name = path.join('.')
    return problems.some((problem) => problem.path === name || problem.path.startsWith(`${name}.`))
  })
  if (broken.length === 0 || broken.length > MOST_BROKEN) return []
  // From the last to the first, so that the places in lists stay what they were.
  const rest = editDocument(
    document,
    broken.toReversed().map(({ path }) => ({ op: 'remove', path })),
  )
  const compiled = rest.ok ? compileAgreement(rest.source, 0, models) : null
  return compiled?.ok === true
    ? clausesOf(compiled.agreement, language).filter(({ path }) => path[0] !== 'when_late')
    : []
}

function sentencesOf(
  part: DocumentPath,
  parts: readonly DocumentPath[],
  clauses: readonly (LocatedClause & { path: DocumentPath })[],
) {
  const isBelow = (path: DocumentPath, of: DocumentPath): boolean =>
    of.every((each, index) => String(path[index]) === String(each))
  return clauses
    .filter(
      ({ path }) => isBelow(path, part) && !parts.some((other) => other.length > part.length && isBelow(path, other)),
    )
    .map(({ path: _, ...clause }) => clause)
}

/** Makes changes in a text and tells what came of it: its parts with their sentences, and what is wrong. Stores nothing. */
export async function editAgreement(ctx: Context, asked: Asked): Promise<Answer> {
  let { document } = asked
  let added: DocumentPath | null = null
  const given = new Set(asked.names)
  for (const edit of asked.edits) {
    const done = await change(ctx, document, edit, given)
    if (!done.edited.ok) throw new Problem('refused', done.edited.what, { mend: done.edited.mend })
    document = done.edited.source
    added = done.added ?? added
  }
  const models = await modelsFor(ctx.db, document)
  const compiled = compileAgreement(document, 0, models)
  const problems = compiled.ok ? await problemsHere(ctx.db, document, compiled.agreement) : compiled.problems
  const outline = outlineOf(document)
  const parts = outline?.parts ?? []
  const clauses = compiled.ok
    ? clausesOf(compiled.agreement, asked.language)
    : told(document, problems, parts, asked.language, models)
  const located = locateClauses(document, clauses).map((clause, index) => ({
    ...clause,
    path: clauses[index]?.path ?? [],
  }))
  const byHead = Map.groupBy(located, ({ path }) => String(path[0]))
  const pathsByHead = Map.groupBy(
    parts.map(({ path }) => path),
    (path) => String(path[0]),
  )
  return {
    document,
    added: added === null ? null : [...added],
    isValid: problems.length === 0,
    problems,
    sections: outline?.sections ?? [],
    parts:
      outline === null
        ? null
        : parts.map((part) => {
            const head = String(part.path[0])
            return {
              ...part,
              path: [...part.path],
              parent: [...part.parent],
              sentences: sentencesOf(part.path, pathsByHead.get(head) ?? [], byHead.get(head) ?? []),
              condition: conditionIn(part.value, part.path, asked.language),
            }
          }),
    silent: compiled.ok ? silentDefaults(compiled.agreement, asked.language) : [],
  }
}
