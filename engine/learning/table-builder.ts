import { isBlank, isUnanswered } from './is-blank.ts'
import { readNumber } from './read-number.ts'
import type { Column } from './table.ts'

type Draft = { name: string; texts: string[]; codeOf: Map<string, number>; codes: Int32Array }

/** Collects rows of text cell by cell; each different text of a column is kept once. */
export type TableBuilder = { readonly drafts: readonly Draft[]; rows: number }

export function startTable(names: readonly string[]): TableBuilder {
  return {
    drafts: names.map((name) => ({ name, texts: [], codeOf: new Map(), codes: new Int32Array(1024) })),
    rows: 0,
  }
}

/** Adds a row; a cell that is absent counts as blank. */
export function addRow(builder: TableBuilder, cells: readonly string[]): void {
  const { drafts, rows } = builder
  for (let i = 0; i < drafts.length; i += 1) {
    const draft = drafts[i]
    if (draft === undefined) continue
    if (rows === draft.codes.length) {
      const wider = new Int32Array(rows * 2)
      wider.set(draft.codes)
      draft.codes = wider
    }
    draft.codes[rows] = codeFor(draft, (cells[i] ?? '').trim())
  }
  builder.rows += 1
}

function codeFor(draft: Draft, text: string): number {
  const known = draft.codeOf.get(text)
  if (known !== undefined) return known
  const code = draft.texts.length
  draft.texts.push(text)
  draft.codeOf.set(text, code)
  return code
}

/** One column's text by row, as it was written. */
export function textsOf({ drafts, rows }: TableBuilder, name: string): string[] | null {
  const draft = drafts.find((one) => one.name === name)
  if (draft === undefined) return null
  return Array.from(draft.codes.subarray(0, rows), (code) => draft.texts[code] ?? '')
}

/**
 * The columns typed by what they hold: numeric when every cell that says something is a number, else categorical. A column
 * that says nothing at all is categorical without levels.
 */
export function finishColumns(
  { drafts, rows }: TableBuilder,
  { decimalComma = false }: { decimalComma?: boolean } = {},
): Column[] {
  return drafts.map(({ name, texts, codes }) => {
    const numbers = texts.map((text) => (isUnanswered(text) ? Number.NaN : readNumber(text, decimalComma)))
    const ofRow = codes.subarray(0, rows)
    if (numbers.every((value) => value !== null) && numbers.some((value) => !Number.isNaN(value))) {
      return { kind: 'numeric', name, values: Float64Array.from(ofRow, (code) => numbers[code] ?? Number.NaN) }
    }
    const levels: string[] = []
    const levelOf = texts.map((text) => (isBlank(text) ? -1 : levels.push(text) - 1))
    return { kind: 'categorical', name, levels, codes: Int32Array.from(ofRow, (code) => levelOf[code] ?? -1) }
  })
}
