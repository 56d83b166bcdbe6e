import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callOf } from './call-of.ts'
import { measureCall } from './measure-call.ts'
import { readTranscripts } from './read-transcripts.ts'
import { sidesOf } from './sides-of.ts'
import type { Call, Segment } from './transcript.ts'
import type { Sides } from './turns.ts'

const sides: Sides = new Map([
  ['rep', 'rep'],
  ['pro', 'prospect'],
])

function of(segments: readonly [string, number, number, string?][]): Call {
  return callOf({
    source: 'webvtt',
    speakers: [],
    segments: segments.map(([speakerKey, start, end, text = '']) => ({
      speakerKey,
      startMs: start * 1000,
      endMs: end * 1000,
      text,
    })),
  })
}

describe('the vectors of domain.md 6.2', () => {
  it('measures call 1', () => {
    const figures = measureCall(
      of([
        ['rep', 0, 8],
        ['pro', 8.8, 30],
        ['rep', 30.9, 36.9],
        ['pro', 37.5, 79.5],
        ['pro', 80, 95],
        ['rep', 96.4, 120.4],
        ['pro', 120, 150],
        ['rep', 151, 157],
      ]),
      sides,
    )
    expect(figures.rep.speechMs).toBe(44_000)
    expect(figures.prospect.speechMs).toBe(108_200)
    expect(figures.repShare).toBeCloseTo(0.289093, 6)
    expect(figures.repShareOfDuration).toBeCloseTo(0.280255, 6)
    expect(figures.switches).toBe(6)
    expect(figures.switchesPerMinute).toBeCloseTo(2.292994, 6)
    expect(figures.patience).toEqual({ n: 3, meanMs: 1100, medianMs: 1000 })
    expect(figures.rep.longestTurn?.spanMs).toBe(24_000)
    expect(figures.prospect.longestTurn).toEqual({ startMs: 37_500, spanMs: 57_500, speechMs: 57_000 })
    expect([figures.prospect.interruptions, figures.rep.interruptions]).toEqual([1, 0])
  })

  it('measures the sample of the W3C specification', () => {
    const cues = [
      ['Roger Bingham', '00:11.000', '00:13.000'],
      ['Roger Bingham', '00:13.000', '00:16.000'],
      ['Roger Bingham', '00:16.000', '00:18.000'],
      ['Roger Bingham', '00:18.000', '00:20.000'],
      ['Roger Bingham', '00:20.000', '00:22.000'],
      ['Roger Bingham', '00:22.000', '00:24.000'],
      ['Roger Bingham', '00:24.000', '00:26.000'],
      ['Roger Bingham', '00:27.000', '00:30.000'],
      ['Roger Bingham', '00:30.000', '00:31.500'],
      ['Neil deGrasse Tyson', '00:30.500', '00:32.500'],
      ['Roger Bingham', '00:32.000', '00:35.500'],
      ['Neil deGrasse Tyson', '00:32.500', '00:33.500'],
      ['Roger Bingham', '00:35.500', '00:38.000'],
    ]
    const read = readTranscripts(
      `WEBVTT\n\n${cues.map(([who, from, to]) => `${from} --> ${to}\n<v ${who}>words</v>\n`).join('\n')}`,
    )
    const [call] = read.ok ? read.transcripts : []
    if (call?.kind !== 'call') throw new Error('not a call')
    const found = sidesOf(call, ['roger bingham'])
    const figures = measureCall(call, found.ok ? found.sides : new Map())
    expect([figures.rep.speechMs, figures.prospect.speechMs]).toEqual([25_500, 3000])
    expect([figures.overlapMs, figures.unionMs]).toEqual([2500, 26_000])
    expect(figures.repShare).toBeCloseTo(0.894737, 6)
    expect(figures.switches).toBe(4)
    expect(figures.rep.longestTurn?.spanMs).toBe(20_500)
  })
})

it('counts questions at the end of sentences, also across cues, in several scripts', () => {
  const figures = measureCall(
    of([
      ['rep', 0, 1, 'What do you'],
      ['rep', 1, 2, 'need? Really?! See a.example/?q=1'],
      ['pro', 2, 3, '¿Qué cuesta?'],
      ['rep', 3, 4, 'Τι ώρα είναι; 何ですか？はい'],
    ]),
    sides,
  )
  expect([figures.rep.questions, figures.prospect.questions]).toEqual([4, 1])
})

it('says nothing where there is nothing to say', () => {
  const figures = measureCall(of([]), sides)
  expect([figures.repShare, figures.patience, figures.switchesPerMinute, figures.balance]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

it('has speech that adds up, whatever is said', () => {
  const segment = fc.record({
    speakerKey: fc.constantFrom('rep', 'pro', 'else', null),
    startMs: fc.integer({ min: 0, max: 60_000 }),
    length: fc.integer({ min: 0, max: 9000 }),
  })
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 30 }), (list) => {
      const segments: Segment[] = list.map(({ length, ...each }) => ({
        ...each,
        endMs: each.startMs + length,
        text: 'a?',
      }))
      const figures = measureCall(callOf({ source: 'webvtt', segments, speakers: [] }), sides)
      const all = segments.reduce((sum, each) => sum + each.endMs - each.startMs, 0)
      expect(figures.rep.speechMs + figures.prospect.speechMs + figures.unknown.speechMs).toBe(all)
      expect(figures.unionMs + figures.nonTalkMs).toBe(figures.durationMs)
      expect(figures.overlapMs).toBeGreaterThanOrEqual(0)
      expect(figures.speakers.reduce((sum, each) => sum + each.speechMs, 0)).toBe(all)
    }),
  )
})
