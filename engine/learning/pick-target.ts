import { isBlank } from './is-blank.ts'
import { NEGATIVE, NOT_YET_KNOWN, POSITIVE } from './table.ts'

const yesWords = ['1', 'yes', 'y', 'true', 't', 'won', 'converted', 'oui', 'o', 'vrai', 'gagné', 'closed won']

export type Target = { readonly ok: true; readonly positive: string; readonly outcomes: Int8Array }
export type PickedTarget = Target | { readonly ok: false; readonly reason: string }

/**
 * Outcomes of a column's text: a success where it is `positive`, a failure where it says something else, not yet known where it
 * is blank. Without `positive`, the one of two values that means yes is taken.
 */
export function pickTarget(texts: readonly string[], positive: string | null): PickedTarget {
  const values = [...new Set(texts.filter((text) => !isBlank(text)))]
  const wanted = positive ?? guess(values)
  const some = values.slice(0, 6).map((value) => `"${value}"`)
  const seen = `${some.join(', ')}${values.length > 6 ? ` and ${values.length - 6} more` : ''}`
  if (values.length === 0) return { ok: false, reason: 'it is blank in every row' }
  if (wanted === null) return { ok: false, reason: `say which of its values is the success: ${seen}` }
  if (!values.includes(wanted)) return { ok: false, reason: `none of its values is "${wanted}": there are ${seen}` }
  if (values.length < 2) return { ok: false, reason: `its only value is ${seen}` }
  return {
    ok: true,
    positive: wanted,
    outcomes: Int8Array.from(texts, (text) => (isBlank(text) ? NOT_YET_KNOWN : text === wanted ? POSITIVE : NEGATIVE)),
  }
}

function guess(values: readonly string[]): string | null {
  const found = values.filter((value) => yesWords.includes(value.toLowerCase()))
  return values.length === 2 && found.length === 1 ? (found[0] ?? null) : null
}
