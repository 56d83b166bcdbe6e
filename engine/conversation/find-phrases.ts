import type { Side, Transcript } from './transcript.ts'
import type { Sides } from './turns.ts'

/** What to listen for: a competitor, a message, a need, by every way of saying it, in any language. */
export type PhraseList = { kind: 'competitor' | 'message' | 'need'; name: string; phrases: readonly string[] }
export type Mention = {
  kind: PhraseList['kind']
  name: string
  phrase: string
  /** Index into the transcript's segments or messages, and the place in its text. */
  segment: number
  from: number
  to: number
  side: Side
  startMs: number | null
}

const ESCAPED = /[.*+?^${}()|[\]\\]/g

/** Letters as people type them: without case or accents, so that "Procès" finds "proces". One character stays one. */
function plain(text: string): string {
  return [...text]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      return bare.length === letter.length ? bare : letter
    })
    .join('')
}

/**
 * Where phrases are said. A phrase is found as whole words, whatever its case and accents, with any white space between
 * its words; a script without spaces is found anywhere. Of overlapping phrases of one list the longest counts.
 */
export function findPhrases(transcript: Transcript, sides: Sides, lists: readonly PhraseList[]): Mention[] {
  const wanted = lists.flatMap((list) => {
    const phrases = list.phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== '')
    return phrases.length === 0 ? [] : [{ list, pattern: patternOf(phrases) }]
  })
  const said =
    transcript.kind === 'call' ? transcript.segments : transcript.messages.map((each) => ({ ...each, startMs: null }))
  const mentions: Mention[] = []
  said.forEach((each, segment) => {
    const text = plain(each.text)
    for (const { list, pattern } of wanted)
      for (const found of text.matchAll(pattern)) {
        const [from, to] = [found.index, found.index + found[0].length]
        mentions.push({
          kind: list.kind,
          name: list.name,
          phrase: each.text.slice(from, to),
          segment,
          from,
          to,
          side: sides.get(each.speakerKey ?? '') ?? 'unknown',
          startMs: each.startMs,
        })
      }
  })
  return mentions
}

function patternOf(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length)
  const alternatives = longestFirst.map((phrase) => {
    const body = plain(phrase)
      .split(/\s+/)
      .map((word) => word.replace(ESCAPED, '\\$&'))
      .join('\\s+')
    const isSpaced = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(phrase)
    return isSpaced ? `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])` : body
  })
  return new RegExp(alternatives.join('|'), 'gu')
}
