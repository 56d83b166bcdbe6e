import { medianAndQuartiles } from '../stats/median-and-quartiles.ts'
import { countQuestions } from './count-questions.ts'
import type { Call, Segment, Side } from './transcript.ts'
import { type Sides, type Turn, turnsOf } from './turns.ts'
import { unionMs } from './union-ms.ts'

export type SideFigures = {
  /** Sum of the lengths of all segments. */
  speechMs: number
  /** Length of the union of the segments: the same, with own overlaps counted once. */
  unionMs: number
  turns: number
  words: number
  questions: number
  longestTurn: { startMs: number; spanMs: number; speechMs: number } | null
  /** Turns begun while one of the other side was running. */
  interruptions: number
}

export type CallFigures = {
  durationMs: number
  rep: SideFigures
  prospect: SideFigures
  unknown: SideFigures
  /** Speech of the side over all speech, silence left out; null when no speaker's side is known. */
  repShare: number | null
  prospectShare: number | null
  /** The rep's speech over the length of the call. */
  repShareOfDuration: number | null
  /** The rep's union over the sum of all sides' unions. */
  repShareOfUnion: number | null
  switches: number
  switchesPerMinute: number | null
  /** Pauses before the rep answers, in ms, never below nought. */
  patience: { n: number; meanMs: number; medianMs: number } | null
  questionsPerHour: number | null
  unionMs: number
  overlapMs: number
  nonTalkMs: number
  /** Entropy of speech by speaker over its largest value: 1 when all speak alike, null with fewer than two speakers. */
  balance: number | null
  speakers: { key: string; side: Side; speechMs: number; share: number }[]
}

/** Measures a call. All definitions are those of domain.md 6.1; times in ms, shares from 0 to 1. */
export function measureCall(call: Call, sides: Sides): CallFigures {
  const turns = turnsOf(call, sides)
  const spoken = call.segments.filter(({ startMs, endMs }) => endMs > startMs)
  const sideOf = (segment: Segment): Side => sides.get(segment.speakerKey ?? '') ?? 'unknown'
  const of = (side: Side): SideFigures =>
    figuresOf(
      turns.filter((turn) => turn.side === side),
      spoken.filter((segment) => sideOf(segment) === side),
      interruptionsBy(turns, side),
    )
  const [rep, prospect, unknown] = [of('rep'), of('prospect'), of('unknown')]
  const all = rep.speechMs + prospect.speechMs + unknown.speechMs
  const isToldApart = rep.speechMs + prospect.speechMs > 0
  const allUnions = rep.unionMs + prospect.unionMs + unknown.unionMs
  const union = unionMs(spoken)
  const { switches, pauses } = changes(turns)
  const minutes = call.durationMs / 60_000
  return {
    durationMs: call.durationMs,
    rep,
    prospect,
    unknown,
    repShare: isToldApart ? share(rep.speechMs, all) : null,
    prospectShare: isToldApart ? share(prospect.speechMs, all) : null,
    repShareOfDuration: isToldApart ? share(rep.speechMs, call.durationMs) : null,
    repShareOfUnion: isToldApart ? share(rep.unionMs, allUnions) : null,
    switches,
    switchesPerMinute: share(switches, minutes),
    patience: patienceOf(pauses),
    questionsPerHour: share(rep.questions, minutes / 60),
    unionMs: union,
    overlapMs: all - union,
    nonTalkMs: Math.max(0, call.durationMs - union),
    ...bySpeaker(turns, all),
  }
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

function figuresOf(turns: readonly Turn[], segments: readonly Segment[], interruptions: number): SideFigures {
  let longest: Turn | null = null
  for (const turn of turns)
    if (longest === null || turn.endMs - turn.startMs > longest.endMs - longest.startMs) longest = turn
  return {
    speechMs: turns.reduce((sum, turn) => sum + turn.speechMs, 0),
    unionMs: unionMs(segments),
    turns: turns.length,
    words: turns.reduce((sum, turn) => sum + (turn.text.match(/\S+/g)?.length ?? 0), 0),
    questions: turns.reduce((sum, turn) => sum + countQuestions(turn.text), 0),
    longestTurn:
      longest === null
        ? null
        : { startMs: longest.startMs, spanMs: longest.endMs - longest.startMs, speechMs: longest.speechMs },
    interruptions,
  }
}

/** How often somebody of `side` begins before a turn of the other side has ended. */
function interruptionsBy(turns: readonly Turn[], side: Side): number {
  if (side === 'unknown') return 0
  let othersUntil = Number.NEGATIVE_INFINITY
  let count = 0
  for (const turn of turns) {
    if (turn.side === side) count += turn.startMs < othersUntil ? 1 : 0
    else if (turn.side !== 'unknown') othersUntil = Math.max(othersUntil, turn.endMs)
  }
  return count
}

function changes(turns: readonly Turn[]): { switches: number; pauses: number[] } {
  const pauses: number[] = []
  let switches = 0
  let before: Turn | null = null
  for (const turn of turns) {
    if (turn.side === 'unknown') continue
    if (before !== null && before.side !== turn.side) {
      switches++
      if (turn.side === 'rep') pauses.push(Math.max(0, turn.startMs - before.endMs))
    }
    before = turn
  }
  return { switches, pauses }
}

function patienceOf(pauses: readonly number[]): CallFigures['patience'] {
  const quartiles = medianAndQuartiles(pauses)
  if (quartiles === null) return null
  const meanMs = pauses.reduce((sum, pause) => sum + pause, 0) / pauses.length
  return { n: pauses.length, meanMs, medianMs: quartiles.median }
}

function bySpeaker(turns: readonly Turn[], all: number): Pick<CallFigures, 'speakers' | 'balance'> {
  const found = new Map<string, { key: string; side: Side; speechMs: number }>()
  for (const { speakerKey, side, speechMs } of turns) {
    const known = found.get(speakerKey)
    if (known === undefined) found.set(speakerKey, { key: speakerKey, side, speechMs })
    else known.speechMs += speechMs
  }
  const speakers = [...found.values()].map((each) => ({ ...each, share: all === 0 ? 0 : each.speechMs / all }))
  const entropy = speakers.reduce((sum, each) => sum - (each.share > 0 ? each.share * Math.log(each.share) : 0), 0)
  return { speakers, balance: speakers.length < 2 ? null : entropy / Math.log(speakers.length) }
}
