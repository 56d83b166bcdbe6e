import { countQuestions } from './count-questions.ts'
import type { Chat, Side } from './transcript.ts'
import type { Sides } from './turns.ts'

type SideOfChat = { messages: number; words: number; questions: number }
export type ChatFigures = Record<Side, SideOfChat> & {
  /** The prospect's words over both sides' words: how far an exchange is two-way. Null when neither wrote. */
  prospectShare: number | null
  repShare: number | null
  switches: number
}

/** Measures a written exchange by words (domain.md 6.1, marketing dialogue ratio). Words of unknown sides are left out of the shares. */
export function measureChat(chat: Chat, sides: Sides): ChatFigures {
  const of: Record<Side, SideOfChat> = { rep: nothing(), prospect: nothing(), unknown: nothing() }
  let switches = 0
  let before: Side | null = null
  for (const { speakerKey, text } of chat.messages) {
    const side = sides.get(speakerKey ?? '') ?? 'unknown'
    of[side].messages++
    of[side].words += text.match(/\S+/g)?.length ?? 0
    of[side].questions += countQuestions(text)
    if (side === 'unknown') continue
    if (before !== null && before !== side) switches++
    before = side
  }
  const both = of.rep.words + of.prospect.words
  return {
    ...of,
    prospectShare: both === 0 ? null : of.prospect.words / both,
    repShare: both === 0 ? null : of.rep.words / both,
    switches,
  }
}

function nothing(): SideOfChat {
  return { messages: 0, words: 0, questions: 0 }
}
