import type { CallFigures, SideFigures } from '@ensemble/engine/conversation/measure-call.ts'
import type { ChatFigures } from '@ensemble/engine/conversation/measure-chat.ts'
import { prospectShareReferences } from '@ensemble/engine/conversation/targets.ts'
import type { Call, Chat } from '@ensemble/engine/conversation/transcript.ts'
import type { Sides } from '@ensemble/engine/conversation/turns.ts'

type Measured =
  | { kind: 'call'; transcript: Call; figures: CallFigures }
  | { kind: 'chat'; transcript: Chat; figures: ChatFigures; sides: Sides }

function seconds(ms: number): number {
  return ms / 1000
}

function sideOf(side: SideFigures) {
  return {
    speechSeconds: seconds(side.speechMs),
    unionSeconds: seconds(side.unionMs),
    turns: side.turns,
    words: side.words,
    questions: side.questions,
    interruptions: side.interruptions,
    longestTurnSeconds: side.longestTurn === null ? null : seconds(side.longestTurn.spanMs),
    longestTurnSpeechSeconds: side.longestTurn === null ? null : seconds(side.longestTurn.speechMs),
    longestTurnStartsAtSeconds: side.longestTurn === null ? null : seconds(side.longestTurn.startMs),
  }
}

function callResult(transcript: Call, figures: CallFigures) {
  const { patience } = figures
  return {
    durationSeconds: seconds(figures.durationMs),
    repTalkRatio: figures.repShare,
    prospectTalkRatio: figures.prospectShare,
    repRatioOfDuration: figures.repShareOfDuration,
    repRatioOfUnion: figures.repShareOfUnion,
    rep: sideOf(figures.rep),
    prospect: sideOf(figures.prospect),
    unknown: sideOf(figures.unknown),
    switches: figures.switches,
    switchesPerMinute: figures.switchesPerMinute,
    interruptions: figures.rep.interruptions + figures.prospect.interruptions,
    longestMonologueSeconds: sideOf(figures.rep).longestTurnSeconds,
    longestCustomerStorySeconds: sideOf(figures.prospect).longestTurnSeconds,
    patience:
      patience === null
        ? null
        : { n: patience.n, meanSeconds: seconds(patience.meanMs), medianSeconds: seconds(patience.medianMs) },
    questionsPerHour: figures.questionsPerHour,
    speechUnionSeconds: seconds(figures.unionMs),
    overlapSeconds: seconds(figures.overlapMs),
    nonTalkSeconds: seconds(figures.nonTalkMs),
    balance: figures.balance,
    segments: transcript.segments.length,
    speakers: transcript.speakers.map((speaker) => {
      const measured = figures.speakers.find(({ key }) => key === speaker.key)
      return {
        key: speaker.key,
        name: speaker.name,
        side: measured?.side ?? speaker.side ?? 'unknown',
        speechSeconds: seconds(measured?.speechMs ?? 0),
        share: measured?.share ?? 0,
      }
    }),
  }
}

/** What `ensemble transcript --json` prints: seconds, and shares from 0 to 1. */
export function transcriptResult(measured: Measured, isWhole: boolean) {
  const { source, id, issues, speakers } = measured.transcript
  if (measured.kind === 'call') {
    const result = { source, id, kind: measured.kind, issues, ...callResult(measured.transcript, measured.figures) }
    return isWhole ? { ...result, transcript: measured.transcript.segments } : result
  }
  const { rep, prospect, unknown, repShare, prospectShare, switches } = measured.figures
  const result = {
    source,
    id,
    kind: measured.kind,
    issues,
    repTalkRatio: repShare,
    prospectTalkRatio: prospectShare,
    rep,
    prospect,
    unknown,
    switches,
    speakers: speakers.map((each) => ({ ...each, side: measured.sides.get(each.key) ?? 'unknown' })),
  }
  return isWhole ? { ...result, transcript: measured.transcript.messages } : result
}

type Result = ReturnType<typeof transcriptResult>

function percent(share: number | null): string {
  return share === null ? 'not known' : `${(share * 100).toFixed(1)} %`
}

function clock(value: number | null): string {
  if (value === null) return 'none'
  const whole = Math.round(value)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** The same for people. */
export function transcriptReport(result: Result): string {
  const issues = result.issues.map((issue) => `  line ${issue.line ?? '?'}: ${issue.what}: "${issue.text}"`)
  const notes = issues.length === 0 ? [] : ['', `${issues.length} parts could not be read:`, ...issues]
  const compare = `best measured average ${percent(prospectShareReferences.measuredBest)}, the founding article asks ${percent(prospectShareReferences.article)}`
  if (result.kind === 'chat') {
    const { rep, prospect, unknown } = result
    return [
      `A written exchange of ${rep.messages + prospect.messages + unknown.messages} messages.`,
      `Prospect's share of words   ${percent(result.prospectTalkRatio)} (${prospect.words} words; we ${rep.words}, unknown ${unknown.words})`,
      `Questions                   we ${rep.questions}, prospect ${prospect.questions}`,
      `Changes of side             ${result.switches}`,
      ...notes,
    ].join('\n')
  }
  const { rep, prospect, patience } = result
  const hint =
    result.repTalkRatio === null && result.speakers.length > 0
      ? ['', 'Say who speaks for you with --rep NAME to tell the sides apart.']
      : []
  return [
    `A call of ${clock(result.durationSeconds)}, ${result.segments} segments, read as ${result.source}.`,
    `Prospect's share of speech  ${percent(result.prospectTalkRatio)} (${compare})`,
    `Our share of speech         ${percent(result.repTalkRatio)}; of the call's length ${percent(result.repRatioOfDuration)}`,
    `Our longest turn            ${clock(rep.longestTurnSeconds)}`,
    `Prospect's longest turn     ${clock(prospect.longestTurnSeconds)}`,
    `Our questions               ${rep.questions}${result.questionsPerHour === null ? '' : `, ${result.questionsPerHour.toFixed(1)} an hour`}`,
    `Pause before we answer      ${patience === null ? 'none' : `median ${patience.medianSeconds.toFixed(1)} s, mean ${patience.meanSeconds.toFixed(1)} s, n ${patience.n}`}`,
    `Interruptions               by us ${rep.interruptions}, by the prospect ${prospect.interruptions}`,
    `Changes of side             ${result.switches}${result.switchesPerMinute === null ? '' : `, ${result.switchesPerMinute.toFixed(2)} a minute`}`,
    `Nobody speaks               ${clock(result.nonTalkSeconds)}`,
    ...result.speakers.map(
      (each) => `  ${each.side.padEnd(9)} ${percent(each.share).padStart(7)}  ${each.name ?? each.key}`,
    ),
    ...hint,
    ...notes,
  ].join('\n')
}
