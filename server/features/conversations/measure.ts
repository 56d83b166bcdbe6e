import { measureCall, type SideFigures } from '@ensemble/engine/conversation/measure-call.ts'
import { measureChat } from '@ensemble/engine/conversation/measure-chat.ts'
import type { Side, Transcript } from '@ensemble/engine/conversation/transcript.ts'
import type { z } from 'zod'
import type { talkFigures } from './shapes.ts'
import type { ToldSpeaker } from './tell-speakers.ts'

export type TalkFigures = z.output<typeof talkFigures>

function ofSide({ speechMs, turns, words, questions, interruptions, longestTurn }: SideFigures) {
  return {
    speechMs,
    turns,
    words,
    questions,
    interruptions,
    longestTurn: longestTurn === null ? null : { startMs: longestTurn.startMs, spanMs: longestTurn.spanMs },
  }
}

function written({ messages, words, questions }: { messages: number; words: number; questions: number }) {
  return { speechMs: 0, turns: messages, words, questions, interruptions: 0, longestTurn: null }
}

export function sidesOfTold(speakers: readonly Pick<ToldSpeaker, 'key' | 'side'>[]): Map<string, Side> {
  return new Map(speakers.map(({ key, side }) => [key, side]))
}

/** What a conversation measures once it is known who speaks for whom (domain.md 6.1). */
export function measure(transcript: Transcript, speakers: readonly ToldSpeaker[]): TalkFigures {
  const sides = sidesOfTold(speakers)
  if (transcript.kind === 'chat') {
    const figures = measureChat(transcript, sides)
    return {
      rep: written(figures.rep),
      prospect: written(figures.prospect),
      repShare: figures.repShare,
      prospectShare: figures.prospectShare,
      switches: figures.switches,
      switchesPerMinute: null,
      patienceMs: null,
      questionsPerHour: null,
      nonTalkMs: null,
    }
  }
  const figures = measureCall(transcript, sides)
  const { patience } = figures
  return {
    rep: ofSide(figures.rep),
    prospect: ofSide(figures.prospect),
    repShare: figures.repShare,
    prospectShare: figures.prospectShare,
    switches: figures.switches,
    switchesPerMinute: figures.switchesPerMinute,
    patienceMs: patience === null ? null : { n: patience.n, median: patience.medianMs, mean: patience.meanMs },
    questionsPerHour: figures.questionsPerHour,
    nonTalkMs: figures.nonTalkMs,
  }
}

/** Each speaker's share of all speech, of a chat's words, by key. */
export function sharesOf(transcript: Transcript): Map<string, number> {
  const sums = new Map<string, number>()
  const add = (key: string | null, much: number) => sums.set(key ?? '', (sums.get(key ?? '') ?? 0) + much)
  if (transcript.kind === 'call')
    for (const { speakerKey, startMs, endMs } of transcript.segments) add(speakerKey, Math.max(0, endMs - startMs))
  else for (const { speakerKey, text } of transcript.messages) add(speakerKey, text.match(/\S+/g)?.length ?? 0)
  const all = [...sums.values()].reduce((sum, one) => sum + one, 0)
  return new Map([...sums].map(([key, much]) => [key, all === 0 ? 0 : much / all]))
}
