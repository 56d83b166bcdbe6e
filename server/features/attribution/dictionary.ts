import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { JourneyQuestion } from './question.ts'
import { DIMENSIONS } from './touch-kinds.ts'
import { NONE, type TouchPast } from './touch-past.ts'

/** Names of what is credited, by number: campaigns by the names that are kept for them, the rest as it is. It grows with the labels that are met. */
export type Dictionary = {
  names: string[]
  /** By number of the book's labels; undefined where they are the same. */
  places(): ArrayLike<number> | undefined
  /** The number of a name that is no label of the book, such as one with its frequency. */
  numberOf(name: string): number
}

export function dictionaryOf(
  past: TouchPast,
  question: Pick<JourneyQuestion, 'by' | 'campaigns' | 'transform'>,
): Dictionary {
  const labels = past.book.labels[DIMENSIONS.indexOf(question.by)] ?? []
  const isAsItIs = question.by !== 'campaign' || question.campaigns.length === 0
  const known = new Map(question.campaigns)
  const names: string[] = isAsItIs && question.transform !== 'frequency' ? labels : []
  const numbers = new Map<string, number>()
  const places: number[] = []
  const numberOf = (name: string): number => {
    const found = numbers.get(name)
    if (found !== undefined) return found
    numbers.set(name, names.length)
    names.push(name)
    return names.length - 1
  }
  return {
    names,
    numberOf,
    places() {
      if (isAsItIs) return undefined
      for (let label = places.length; label < labels.length; label += 1) {
        const text = labels[label] ?? ''
        places.push(numberOf(text === NONE ? text : (known.get(plainName(text)) ?? text)))
      }
      return places
    },
  }
}
