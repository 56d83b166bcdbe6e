import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { cohortOf } from '@ensemble/engine/backtest/cohort.ts'
import { learntUntil } from '@ensemble/engine/backtest/learnt-until.ts'
import { type LiveFigures, liveFigures } from '@ensemble/engine/backtest/live-figures.ts'
import { readsOf } from '@ensemble/engine/backtest/projection.ts'
import { qualifyAll } from '@ensemble/engine/backtest/qualify-all.ts'
import { type ScoreTrack, trackScores } from '@ensemble/engine/backtest/score-track.ts'
import { scoringOf } from '@ensemble/engine/backtest/scoring-of.ts'
import { conditionOf } from '@ensemble/engine/backtest/segment-condition.ts'
import { namesModels } from '../models/stored-models.ts'
import { compiled } from './answers.ts'
import { modelsOf, openPast, type Past, startOf } from './open-past.ts'
import type { LiveQuestion } from './question.ts'

export type LiveAnswer = { figures: LiveFigures; untilMs: number; readAtMs: number; isWarm: boolean }

/** What definitions read, and what the condition of a segment reads. */
type Read = { paths: readonly string[]; about: readonly string[] }
type Tracked = Read & { scoring: string; track: ScoreTrack; cohorts: Map<string, Uint32Array> }
type Loaded = Past & { key: string; mark: string; readAtMs: number; tookMs: number; tracks: Tracked[] }

/** A history that is read faster than this is read anew whenever anything arrived; a larger one answers meanwhile. */
const QUICK_MS = 1_500
const REREAD_AFTER_MS = 60_000
/** The version in force, and the draft when it scores otherwise. */
const MOST_TRACKS = 2

export type WarmPast = {
  /** Answers from the history that is held, reading it first where it must be. `check` throws when nobody waits any more. */
  answer(databaseUrl: string, question: LiveQuestion, mark: string, check: () => void): Promise<LiveAnswer>
}

function holds(loaded: Loaded, { from, to, zone, nowMs }: LiveQuestion, key: string): boolean {
  return (
    loaded.key === key &&
    loaded.fromMs <= startOf(from, zone) &&
    loaded.toMs >= startOf(to, zone) &&
    nowMs >= loaded.untilMs
  )
}

/** Keeps the last history that was asked about, and how its people score, so that the next question is a pass over numbers. */
export function warmPast(): WarmPast {
  let loaded: Loaded | null = null
  let reading: Promise<Loaded> | null = null

  const read = (databaseUrl: string, question: LiveQuestion, mark: string): Promise<Loaded> => {
    const began = performance.now()
    reading = openPast(databaseUrl, question, () => undefined)
      .then((past) => {
        const tookMs = performance.now() - began
        loaded = { ...past, key: databaseUrl, mark, readAtMs: question.nowMs, tookMs, tracks: [] }
        return loaded
      })
      .finally(() => {
        reading = null
      })
    return reading
  }

  const fresh = async (databaseUrl: string, question: LiveQuestion, mark: string): Promise<[Loaded, boolean]> => {
    if (loaded === null || !holds(loaded, question, databaseUrl)) {
      await reading
      if (loaded === null || !holds(loaded, question, databaseUrl))
        return [await read(databaseUrl, question, mark), false]
    }
    if (loaded.mark === mark) return [loaded, true]
    if (loaded.tookMs <= QUICK_MS) return [await read(databaseUrl, question, mark), false]
    if (reading === null && question.nowMs - loaded.readAtMs >= REREAD_AFTER_MS)
      read(databaseUrl, question, mark).catch(() => undefined)
    return [loaded, true]
  }

  return {
    async answer(databaseUrl, question, mark, check) {
      const [past, isWarm] = await fresh(databaseUrl, question, mark)
      if (namesModels(question.document)) past.models = await modelsOf(databaseUrl)
      check()
      return { ...ask(past, question, check), isWarm }
    },
  }
}

function tracked(past: Loaded, agreement: CompiledAgreement, read: Read, check: () => void): Tracked {
  const scoring = scoringOf(agreement)
  const known = past.tracks.find((each) => each.scoring === scoring)
  const isIn = (paths: readonly string[], all: readonly string[]): boolean => paths.every((path) => all.includes(path))
  if (known !== undefined && isIn(read.paths, known.paths) && isIn(read.about, known.about)) return known
  if (known === undefined) past.tracks.splice(MOST_TRACKS - 1)
  else past.tracks.splice(past.tracks.indexOf(known), 1)
  const track = trackScores(past.history, agreement, read.paths, past.untilMs, check, read.about)
  const made = { ...read, scoring, track, cohorts: new Map() }
  past.tracks.unshift(made)
  return made
}

function cohortIn({ track, cohorts }: Tracked, asked: Parameters<typeof cohortOf>[1]): Uint32Array {
  const key = JSON.stringify([asked.fromMs, asked.toMs, asked.segment])
  const known = cohorts.get(key)
  if (known !== undefined) return known
  if (cohorts.size >= 8) cohorts.clear()
  const made = cohortOf(track, asked)
  cohorts.set(key, made)
  return made
}

function ask(past: Loaded, question: LiveQuestion, check: () => void): Omit<LiveAnswer, 'isWarm'> {
  const draft = compiled(question.document, 0, past)
  const inForce = compiled(question.inForce.document, question.inForce.version, past)
  const paths = [...new Set([...readsOf(draft).paths, ...readsOf(inForce).paths])].sort()
  // In force first: the latest track made is the last to be let go of.
  const read = { paths, about: conditionOf(question.segment)?.paths ?? [] }
  const before = tracked(past, inForce, read, check)
  const now = tracked(past, draft, read, check)
  const [fromMs, toMs] = [startOf(question.from, question.zone), startOf(question.to, question.zone)]
  const { untilMs: learntUntilMs } = learntUntil([draft, inForce])
  // Whoever a learned score was learned from is not judged by it.
  const cohort = cohortIn(now, { fromMs: Math.max(fromMs, learntUntilMs + 1), toMs, segment: question.segment })
  const side = (agreement: CompiledAgreement, { track }: Tracked) => ({
    agreement,
    track,
    qualification: qualifyAll(track, agreement),
  })
  check()
  const pair = { draft: side(draft, now), inForce: side(inForce, before), cohort, fromMs, toMs, untilMs: past.untilMs }
  return { figures: liveFigures(pair, past.roster), untilMs: past.untilMs, readAtMs: past.readAtMs }
}
