import { checkedFact } from '../facts/checked-fact.ts'
import type { Fact } from '../facts/fact.ts'
import type { FactKind } from '../facts/kinds.ts'
import { type History, KIND_LIST } from './history.ts'

export type FactReader = {
  /** The fact at a place of the columns, made for the moment. Its id is its place; it counts as live. */
  factAt(index: number): Fact
  kindAt(index: number): FactKind
  /** The data of that fact alone. */
  dataAt(index: number): unknown
}

const KEPT_UP_TO_CHARS = 400

/** Reads facts out of the columns. Data read once is remembered while it is short: most facts say what others said before. */
export function factReader(history: History): FactReader {
  const parsed = new Array<unknown>(history.texts.length)
  const dataOf = (index: number): unknown => {
    const known = parsed[index]
    if (known !== undefined) return known
    const text = history.texts[index] ?? '{}'
    const value: unknown = JSON.parse(text)
    if (text.length <= KEPT_UP_TO_CHARS && !text.startsWith('{"person"')) parsed[index] = value
    return value
  }
  const kindAt = (index: number): FactKind => KIND_LIST[history.kind[index] ?? 0] ?? 'page.viewed'
  return {
    kindAt,
    dataAt: (index) => dataOf(history.data[index] ?? 0),
    factAt(index) {
      const at = history.at[index] ?? 0
      const actor = history.actor[index] ?? 0
      return checkedFact({
        id: String(index),
        kind: kindAt(index),
        at,
        recordedAt: at,
        source: 'history',
        messageId: '',
        actor: actor === 0 ? null : (history.actors[actor] ?? null),
        isHistory: false,
        touch: history.touches[history.touch[index] ?? 0] ?? null,
        data: dataOf(history.data[index] ?? 0),
      })
    },
  }
}
